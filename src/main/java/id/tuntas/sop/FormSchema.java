package id.tuntas.sop;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a Camunda Form (form-js 1.8.7) lets an officer submit. Browsers check it to be kind, this class checks it to be
 * safe: form-js validates in the browser only. Immutable, safe for use by several threads.
 */
public final class FormSchema {

    /**
     * The outcome of a check.
     *
     * @param values what may be stored, by field key: text in NFC, whole numbers as Integer, lists as List, null for an
     *     empty field; without hidden fields. Meaningless unless {@code errors} is empty
     * @param errors one entry for each refused field, in the order of the form; empty if the form is accepted
     */
    public record Checked(Map<String, Object> values, List<FieldError> errors) {}

    private static final int MAX_KEY = 60;

    private final String id;
    private final Map<String, FormField> fields;
    private final Set<String> inTexts;
    private final Clock clock;

    private FormSchema(String id, Map<String, FormField> fields, Set<String> inTexts, Clock clock) {
        this.id = id;
        this.fields = fields;
        this.inTexts = inTexts;
        this.clock = clock;
    }

    /**
     * Reads a form.
     *
     * @throws IllegalArgumentException with a sentence in Indonesian if it is no form, or has a component whose answers
     *     the server could not check
     */
    public static FormSchema parse(byte[] form) {
        return parse(form, Clock.systemDefaultZone());
    }

    /** As {@link #parse(byte[])}; the clock's zone says what today is for fields that take no passed date. */
    public static FormSchema parse(byte[] form, Clock clock) {
        JsonNode root = FormParser.read(form);
        return new FormSchema(root.path("id").asText(""), FormParser.fields(root), FormTexts.names(root), clock);
    }

    /** The form's id, by which a step refers to it; empty if it has none. */
    public String id() {
        return id;
    }

    /** The keys of all inputs, in the order of the form. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(fields.keySet());
    }

    /**
     * What the form calls each input, by its key, and each option, by {@link #option}; in the order of the form. The key or
     * the value itself where it says nothing.
     */
    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        fields.values().forEach(field -> {
            labels.put(field.key(), field.label());
            field.options().forEach((value, label) -> labels.put(option(field.key(), value), label));
        });
        return labels;
    }

    /** Under which word {@link #labels} has an option: {@code kanal.telepon}. No key of an input has a dot in it. */
    public static String option(String key, String value) {
        return key + "." + value;
    }

    /** The keys of the inputs that never show what was answered earlier in the case. */
    public Set<String> startingEmpty() {
        return fields.values().stream()
                .filter(FormField::startsEmpty)
                .map(FormField::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The variables of the case a check needs to know: those the form shows, those its conditions name, and lists of options. */
    public Set<String> variables() {
        Set<String> names = new HashSet<>(fields.keySet());
        for (FormField field : fields.values()) {
            field.hiddenBy().forEach(condition -> names.addAll(condition.names()));
            if (field.readonly() != null) {
                names.addAll(field.readonly().names());
            }
            if (field.optionsFrom() != null) {
                names.add(field.optionsFrom());
            }
        }
        return names;
    }

    /** The variables of the case that whoever fills in the form gets to see: {@link #variables()} and those in its texts. */
    public Set<String> shown() {
        Set<String> names = variables();
        names.addAll(inTexts);
        return names;
    }

    /** Only the errors of {@link #check}. */
    public List<FieldError> validate(Map<String, Object> submitted, Map<String, Object> known) {
        return check(submitted, known).errors();
    }

    /**
     * Checks what was submitted.
     *
     * @param submitted the answers by field key, as plain Java values (lists as {@code Collection})
     * @param known the variables of the case, at least those of {@link #variables()}
     */
    public Checked check(Map<String, Object> submitted, Map<String, Object> known) {
        List<FieldError> errors = new ArrayList<>();
        submitted.keySet().stream().filter(key -> !fields.containsKey(key)).forEach(key -> errors.add(unknown(key)));
        FormAnswers answers = new FormAnswers(fields, submitted, known, LocalDate.now(clock));
        Map<String, Object> values = new LinkedHashMap<>();
        for (FormField field : fields.values()) {
            try {
                answers.accept(field, values);
            } catch (FieldCheck.Wrong wrong) {
                errors.add(field.error(wrong.getMessage()));
            }
        }
        return new Checked(values, errors);
    }

    /** The key came from outside: what is repeated of it fits a log line. */
    private static FieldError unknown(String key) {
        String name = key.replaceAll("[^\\p{L}\\p{N}_.-]", "?");
        String start = name.substring(0, Math.min(name.length(), MAX_KEY));
        return new FieldError(start, start, "isian ini tidak ada pada formulir; hapus dari kiriman.");
    }
}
