package id.tuntas.board;

import static id.tuntas.board.Field.NONE;

import id.tuntas.shared.District;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody wants to see of his own districts. It comes from the address ({@link FilterReader}) and goes back into it
 * ({@link #to}); for the database it becomes one condition ({@link #where}), which every figure and every list uses. A
 * field that is not set narrows nothing, but for the state: without it, clocks that still run.
 *
 * @param reader limits everything to his districts, whatever else is set
 * @param values checked words of the address by field
 */
public record BoardFilter(Reader reader, Map<Field, String> values) {

    public BoardFilter {
        EnumMap<Field, String> copy = new EnumMap<>(Field.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    /** Everything the reader may see. */
    public static BoardFilter of(Reader reader) {
        return new BoardFilter(reader, Map.of());
    }

    public Optional<String> value(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The value of a field by its word, for forms; null if it is not set. */
    public String chosen(String word) {
        return Field.of(word).flatMap(this::value).orElse(null);
    }

    /** @param value a word of the address that fits the field; {@link Field#NONE} = without one; null takes the field away */
    public BoardFilter with(Field field, String value) {
        EnumMap<Field, String> changed = new EnumMap<>(Field.class);
        changed.putAll(values);
        if (value == null) {
            changed.remove(field);
        } else {
            changed.put(field, value);
        }
        return new BoardFilter(reader, changed);
    }

    public BoardFilter without(Field field) {
        return with(field, null);
    }

    /** Without what only lists know: the board has states of its own, and people below each step. */
    public BoardFilter forBoard() {
        return without(Field.STATE).without(Field.KIND).without(Field.PERSON);
    }

    public BoardFilter in(BoardState state) {
        return with(Field.STATE, state.word());
    }

    public BoardState state() {
        return value(Field.STATE).flatMap(BoardState::of).orElse(BoardState.OPEN);
    }

    /** Whether it speaks of stages; otherwise of steps. */
    public boolean isOfStages() {
        return value(Field.KIND).filter("tahap"::equals).isPresent();
    }

    /** The districts it speaks of: the chosen one, or all of the reader's. */
    public List<District> districts() {
        return value(Field.DISTRICT)
                .map(id -> reader.districts().stream()
                        .filter(district -> district.id().equals(id))
                        .toList())
                .orElse(reader.districts());
    }

    public Optional<LocalDate> from() {
        return value(Field.FROM).map(LocalDate::parse);
    }

    public Optional<LocalDate> until() {
        return value(Field.UNTIL).map(LocalDate::parse);
    }

    /** The address of a page with this filter in it. @param path without parameters */
    public String to(String path) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        values.forEach((field, value) -> address.queryParam(field.word(), "{" + field.word() + "}"));
        Map<String, String> words = new HashMap<>();
        values.forEach((field, value) -> words.put(field.word(), value));
        return address.encode().buildAndExpand(words).toUriString();
    }

    /** The condition all figures and lists use. @param now the moment they speak of */
    public Condition where(Instant now) {
        return FilterSql.of(this, now);
    }

    static boolean isNone(String value) {
        return NONE.equals(value);
    }
}
