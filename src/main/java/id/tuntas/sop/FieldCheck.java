package id.tuntas.sop;

import id.tuntas.sop.FormField.Limits;
import id.tuntas.sop.FormField.Type;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Checks one submitted value against its field, with the meaning form-js 1.8.7 gives to each limit. */
final class FieldCheck {

    /** What is wrong with a value, as the second half of the sentence "Label: …". */
    static final class Wrong extends Exception {
        Wrong(String message) {
            super(message, null, false, false);
        }
    }

    private FieldCheck() {}

    /**
     * The value to store; null if the field was left empty.
     *
     * @param today the first day a field that takes no passed dates accepts
     */
    static Object check(FormField field, Object submitted, LocalDate today) throws Wrong {
        Object value = typed(field, submitted, today);
        if (field.limits().required() && (value == null || Boolean.FALSE.equals(value))) {
            throw new Wrong(mustBeFilled(field));
        }
        return value;
    }

    private static String mustBeFilled(FormField field) {
        return switch (field.type()) {
            case CHECKBOX -> "wajib dicentang.";
            case ONE_OF -> "wajib dipilih.";
            case SOME_OF -> "pilih paling sedikit satu.";
            default -> "wajib diisi.";
        };
    }

    private static Object typed(FormField field, Object value, LocalDate today) throws Wrong {
        if (value == null || "".equals(value)) {
            return null;
        }
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> TextCheck.check(text(value), field);
            case NUMBER -> NumberCheck.check(value, field.limits());
            case CHECKBOX -> yesOrNo(value);
            case ONE_OF -> oneOf(text(value), field);
            case SOME_OF -> someOf(value, field);
            case DATE, TIME, DATETIME -> DateCheck.check(text(value), field, today);
        };
    }

    private static String text(Object value) throws Wrong {
        if (value instanceof String text) {
            return text;
        }
        throw new Wrong("harus berupa teks.");
    }

    private static Boolean yesOrNo(Object value) throws Wrong {
        if (value instanceof Boolean answer) {
            return answer;
        }
        throw new Wrong("harus dicentang atau dikosongkan.");
    }

    private static String oneOf(String value, FormField field) throws Wrong {
        if (!field.options().containsKey(value)) {
            throw new Wrong("pilih salah satu jawaban yang tersedia.");
        }
        return value;
    }

    private static List<?> someOf(Object value, FormField field) throws Wrong {
        if (!(value instanceof Collection<?> chosen)) {
            throw new Wrong("harus berupa daftar pilihan.");
        }
        Set<?> distinct = new LinkedHashSet<>(chosen);
        if (distinct.size() < chosen.size()) {
            throw new Wrong("satu pilihan tidak boleh disebut dua kali.");
        }
        if (!field.options().keySet().containsAll(distinct)) {
            throw new Wrong("pilih hanya dari jawaban yang tersedia.");
        }
        return distinct.isEmpty() ? null : List.copyOf(distinct);
    }

    /** What is stored for a field nobody touched. */
    static Object untouched(FormField field) {
        return field.type() == Type.CHECKBOX ? Boolean.FALSE : null;
    }

    /** What a condition sees of an empty field: form-js tells an empty text from no answer. */
    static Object emptyInBrowser(FormField field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> "";
            case SOME_OF -> List.of();
            case CHECKBOX -> Boolean.FALSE;
            default -> null;
        };
    }

    static boolean isEmpty(Object value) {
        return value == null
                || "".equals(value)
                || Boolean.FALSE.equals(value)
                || value instanceof Collection<?> list && list.isEmpty();
    }

    /** Length as the browser counts it: without blanks at both ends. */
    static void length(String value, Limits limits, int ceiling) throws Wrong {
        int length = value.strip().length();
        if (limits.minLength() != null && length < limits.minLength()) {
            throw new Wrong("isi paling sedikit " + limits.minLength() + " karakter.");
        }
        int most = limits.maxLength() == null ? ceiling : Math.min(ceiling, limits.maxLength());
        if (length > most || value.length() > ceiling) {
            throw new Wrong("terlalu panjang, paling banyak " + most + " karakter.");
        }
    }
}
