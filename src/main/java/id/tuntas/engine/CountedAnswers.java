package id.tuntas.engine;

import id.tuntas.shared.ReasonedList;
import id.tuntas.shared.TextList;
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
        this.reasons = ReasonedList.read("/engine/counted-answers.yaml");
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
}
