package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.BoardState;
import id.tuntas.board.Field;
import id.tuntas.board.StepNames;
import id.tuntas.shared.District;
import id.tuntas.shared.Districts;
import id.tuntas.shared.Risk;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the form of the filter offers, and what the page says about the filter that is set. */
@Component
class FilterChoices {

    /** In the form by themselves; the others come by links and stay. */
    private static final List<Field> IN_FORM =
            List.of(Field.STATE, Field.DISTRICT, Field.AGENCY, Field.STAGE, Field.RISK, Field.FROM, Field.UNTIL);

    private final Districts districts;
    private final StepNames steps;
    private final BoardWords words;

    FilterChoices(Districts districts, StepNames steps, BoardWords words) {
        this.districts = districts;
        this.steps = steps;
        this.words = words;
    }

    /** Selects of the form, in their order. */
    Choices of(BoardFilter filter, Locale locale) {
        Map<String, List<Choice>> selects = new LinkedHashMap<>();
        if (filter.reader().districts().size() > 1) {
            selects.put(
                    Field.DISTRICT.word(),
                    filter.reader().districts().stream()
                            .map(district -> new Choice(district.id(), district.name()))
                            .toList());
        }
        for (Field field : List.of(Field.AGENCY, Field.STAGE)) {
            selects.put(field.word(), choices(filter, field, locale));
        }
        selects.put(
                Field.RISK.word(),
                Stream.concat(Stream.of(Risk.values()).map(Risk::name), Stream.of(Field.NONE))
                        .map(risk -> new Choice(risk, words.value(Field.RISK, risk, filter, locale)))
                        .toList());
        return new Choices(states(locale), selects, kept(filter));
    }

    /** One tag for each field that is set, with the address of the page without it. */
    List<Tag> tags(BoardFilter filter, String path, Locale locale) {
        return filter.values().entrySet().stream()
                .filter(set -> set.getKey() != Field.STATE)
                .map(set -> new Tag(
                        words.field(set.getKey(), locale),
                        words.value(set.getKey(), set.getValue(), filter, locale),
                        filter.without(set.getKey()).to(path)))
                .toList();
    }

    /** As the register and the SOP have them, with steps or without. */
    private List<Choice> choices(BoardFilter filter, Field field, Locale locale) {
        List<String> ids = new ArrayList<>(field == Field.STAGE ? steps.stages() : agencies(filter));
        // what is chosen stays in the form, though the register does not know it any more
        filter.value(field).filter(chosen -> !ids.contains(chosen)).ifPresent(ids::add);
        return ids.stream()
                .map(id -> new Choice(id, words.value(field, id, filter, locale)))
                .toList();
    }

    private List<String> agencies(BoardFilter filter) {
        return filter.districts().stream()
                .flatMap(district -> districts.agencies(district.id()).stream())
                .map(Districts.Agency::id)
                .distinct()
                .toList();
    }

    private List<Choice> states(Locale locale) {
        return Stream.of(BoardState.values())
                .map(state -> new Choice(state.word(), words.state(state, locale)))
                .toList();
    }

    private static Map<String, String> kept(BoardFilter filter) {
        Map<String, String> kept = new LinkedHashMap<>();
        filter.values().forEach((field, value) -> {
            boolean onlyDistrict = field == Field.DISTRICT
                    && filter.reader().districts().stream().map(District::id).count() == 1;
            if (!IN_FORM.contains(field) || onlyDistrict) {
                kept.put(field.word(), value);
            }
        });
        return kept;
    }

    /**
     * @param states for pages that list clocks
     * @param selects choices by name of the parameter
     * @param kept parameters the form takes along unseen
     */
    record Choices(List<Choice> states, Map<String, List<Choice>> selects, Map<String, String> kept) {}

    record Choice(String value, String text) {}

    record Tag(String label, String text, String without) {}
}
