package id.tuntas.sop;

import id.tuntas.sop.FieldCheck.Wrong;
import id.tuntas.sop.FormField.Limits;
import id.tuntas.sop.FormField.Type;
import java.util.regex.Pattern;

/** A textfield or a textarea. */
final class TextCheck {

    /** Characters a text variable of the engine can hold (ACT_RU_VARIABLE.TEXT_). */
    private static final int ENGINE_TEXT = 4000;

    private static final Pattern EMAIL = Pattern.compile("^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$");
    private static final Pattern PHONE = Pattern.compile("^\\+[1-9][\\d ()/-]{5,24}$");

    private TextCheck() {}

    static String check(String submitted, FormField field) throws Wrong {
        boolean severalLines = field.type() == Type.LONG_TEXT;
        if (submitted.length() > 2 * ENGINE_TEXT) {
            // decided before anything is computed from it
            FieldCheck.length(submitted, field.limits(), ENGINE_TEXT);
        }
        String value = PlainText.normalise(submitted);
        if (!PlainText.isClean(value, severalLines)) {
            throw new Wrong(
                    severalLines
                            ? "memuat karakter yang tidak dapat disimpan; ketik ulang."
                            : "tulis dalam satu baris, tanpa karakter khusus.");
        }
        if (field.limits().required() && value.isBlank()) {
            throw new Wrong("wajib diisi.");
        }
        FieldCheck.length(value, field.limits(), ENGINE_TEXT);
        shape(value, field.limits());
        return value;
    }

    private static void shape(String value, Limits limits) throws Wrong {
        if (limits.pattern() != null && !limits.pattern().matcher(value).find()) {
            throw new Wrong("bentuk isian tidak sesuai; lihat petunjuk pada isian.");
        }
        if (limits.validationType().equals("email") && !EMAIL.matcher(value).find()) {
            throw new Wrong("tulis alamat surel yang lengkap, misalnya nama@contoh.id.");
        }
        if (limits.validationType().equals("phone") && !PHONE.matcher(value).find()) {
            throw new Wrong("tulis nomor telepon dengan kode negara, misalnya +62 812 3456 7890.");
        }
    }
}
