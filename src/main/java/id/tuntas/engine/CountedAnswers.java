package id.tuntas.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.tuntas.shared.TextList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The fixed list of answers that may be counted ({@code engine/counted-answers.yaml}), and how a value becomes a code. */
@Component
class CountedAnswers {

    private static final String AGE = "korbanUsia";

    /** What an option of a form looks like; a sentence or a name with a blank does not. */
    private static final Pattern OPTION = Pattern.compile("[A-Za-z0-9-]{1,40}");

    /** First age above each group, in years, with the group; groups of domain.md 5.2. */
    private static final TreeMap<Integer, String> AGES = new TreeMap<>(
            Map.of(6, "0-5", 13, "6-12", 18, "13-17", 25, "18-24", 45, "25-44", 60, "45-59", Integer.MAX_VALUE, "60"));

    private final Map<String, String> reasons;

    CountedAnswers() {
        this.reasons = Map.copyOf(read("/engine/counted-answers.yaml"));
        reasons.forEach((name, reason) -> {
            if (reason == null || reason.isBlank()) {
                throw new IllegalStateException("No reason is given for counting " + name);
            }
        });
    }

    Set<String> names() {
        return reasons.keySet();
    }

    /** The codes of an answer, empty if it is none: what does not look like an option does not leave. */
    Set<String> codes(String name, Object value) {
        if (value == null || !reasons.containsKey(name)) {
            return Set.of();
        }
        if (name.equals(AGE)) {
            return value instanceof Number age && age.intValue() >= 0
                    ? Set.of(AGES.higherEntry(age.intValue()).getValue())
                    : Set.of();
        }
        Set<String> codes = new TreeSet<>(texts(value));
        codes.removeIf(code -> !OPTION.matcher(code).matches());
        return codes;
    }

    private static List<String> texts(Object value) {
        if (value instanceof Boolean ticked) {
            return List.of(ticked ? "ya" : "tidak");
        }
        return value instanceof String text ? List.of(text) : list(value);
    }

    private static List<String> list(Object value) {
        try {
            return TextList.of(value);
        } catch (IllegalArgumentException e) {
            return List.of(); // neither a choice nor a list of choices: not counted
        }
    }

    private static Map<String, String> read(String resource) {
        try (InputStream yaml = CountedAnswers.class.getResourceAsStream(resource)) {
            return new ObjectMapper(new YAMLFactory()).readValue(yaml, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
