package id.tuntas.sop;

import id.tuntas.sop.FieldCheck.Wrong;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** One submission of a form: which fields it shows, and what each of them may change. */
final class FormAnswers {

    private final Map<String, FormField> fields;
    private final Map<String, Object> submitted;
    private final Map<String, Object> known;
    private final LocalDate today;

    private Set<String> hidden = Set.of();
    private Map<String, Object> shown;

    FormAnswers(
            Map<String, FormField> fields, Map<String, Object> submitted, Map<String, Object> known, LocalDate today) {
        this.fields = fields;
        this.submitted = submitted;
        this.known = known;
        this.today = today;
        this.shown = withoutHidden();
        hideUntilNothingChanges();
    }

    /** Hiding a field takes its value away, which may hide or show the next one; contradictory forms end after one round for each field. */
    private void hideUntilNothingChanges() {
        for (int round = 0; round <= fields.size(); round++) {
            Set<String> next = new HashSet<>();
            fields.values().stream().filter(field -> field.isHidden(shown)).forEach(field -> next.add(field.key()));
            if (next.equals(hidden)) {
                return;
            }
            hidden = next;
            shown = withoutHidden();
        }
    }

    private Map<String, Object> withoutHidden() {
        Map<String, Object> variables = new HashMap<>(known);
        fields.forEach((key, field) -> variables.put(key, seenByConditions(field)));
        variables.keySet().removeAll(hidden);
        return variables;
    }

    private Object seenByConditions(FormField field) {
        boolean answered = submitted.containsKey(field.key()) && !field.disabled();
        Object value = (answered ? submitted : known).get(field.key());
        return value == null ? FieldCheck.emptyInBrowser(field) : value;
    }

    /** Puts what may be stored for this field into {@code values}, or refuses it. */
    void accept(FormField field, Map<String, Object> values) throws Wrong {
        Object value = submitted.get(field.key());
        if (hidden.contains(field.key())) {
            refuseIf(!FieldCheck.isEmpty(value), "tidak berlaku untuk jawaban Anda yang lain; kosongkan.");
        } else if (field.disabled() || field.isReadonly(shown)) {
            acceptUnchanged(field, value, values);
        } else if (submitted.containsKey(field.key()) || field.limits().required()) {
            values.put(field.key(), FieldCheck.check(field.offering(known), value, today));
        } else if (known.get(field.key()) == null) {
            values.put(field.key(), FieldCheck.untouched(field));
        }
    }

    private void acceptUnchanged(FormField field, Object value, Map<String, Object> values) throws Wrong {
        Object before = known.get(field.key());
        if (!submitted.containsKey(field.key()) || same(value, before)) {
            return;
        }
        refuseIf(
                field.disabled() || before != null || !same(value, field.defaultValue()),
                "tidak dapat diubah di langkah ini.");
        values.put(field.key(), value);
    }

    private static boolean same(Object a, Object b) {
        if (a instanceof Number && b instanceof Number) {
            return a.toString().equals(b.toString());
        }
        return FieldCheck.isEmpty(a) && FieldCheck.isEmpty(b) || Objects.equals(a, b);
    }

    private static void refuseIf(boolean wrong, String message) throws Wrong {
        if (wrong) {
            throw new Wrong(message);
        }
    }
}
