package id.tuntas.sop;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One input of a form.
 *
 * @param hiddenBy the conditions of the field and of the groups around it: one that holds hides the field
 * @param readonly null if never, otherwise when the browser shows the value without letting anyone change it
 * @param disabled shown, but never submitted
 * @param options allowed values as written in the form, each with what people read there; empty for types without choice
 * @param optionsFrom variable with the allowed values ({@link ServerLists}); null where the form itself has them
 * @param startsEmpty an answer given earlier in the case is not shown again ({@code mulaiKosong} among the field's own
 *     properties): what is asked is how things stand now
 */
record FormField(
        String key,
        String label,
        Type type,
        List<FormCondition> hiddenBy,
        FormCondition readonly,
        boolean disabled,
        Object defaultValue,
        Map<String, String> options,
        String optionsFrom,
        boolean startsEmpty,
        Limits limits) {

    enum Type {
        TEXT,
        LONG_TEXT,
        NUMBER,
        CHECKBOX,
        ONE_OF,
        SOME_OF,
        DATE,
        TIME,
        DATETIME
    }

    /** What `validate` and the number properties of the component ask for; null where they ask for nothing. */
    record Limits(
            boolean required,
            Integer minLength,
            Integer maxLength,
            BigDecimal min,
            BigDecimal max,
            Pattern pattern,
            String validationType,
            Integer decimalDigits,
            BigDecimal increment,
            boolean futureOnly) {}

    boolean isHidden(Map<String, Object> variables) {
        return hiddenBy.stream().anyMatch(condition -> condition.holds(variables));
    }

    boolean isReadonly(Map<String, Object> variables) {
        return readonly != null && readonly.holds(variables);
    }

    /** This field with the options it offers in a case that knows these variables. */
    FormField offering(Map<String, Object> variables) {
        return optionsFrom == null
                ? this
                : new FormField(
                        key,
                        label,
                        type,
                        hiddenBy,
                        readonly,
                        disabled,
                        defaultValue,
                        ServerLists.values(variables.get(optionsFrom)).stream()
                                .collect(Collectors.toMap(value -> value, value -> value)),
                        optionsFrom,
                        startsEmpty,
                        limits);
    }

    FieldError error(String message) {
        return new FieldError(key, label, message);
    }
}
