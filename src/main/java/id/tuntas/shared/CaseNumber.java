package id.tuntas.shared;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The readable number of a case, {@code CODE-YYYY-NNNN} ({@code MABAR-2026-0001}); it is the business key of the process
 * instance and the variable {@code nomorKasus}. More than 9999 cases in a year make the last part longer, never reused.
 *
 * @param value never null, in upper case
 */
public record CaseNumber(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{2,16}-\\d{4}-\\d{4,9}");

    public CaseNumber {
        if (value == null || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a case number (CODE-YYYY-NNNN): " + value);
        }
    }

    public static CaseNumber of(District district, int year, long sequence) {
        return new CaseNumber(String.format(Locale.ROOT, "%s-%04d-%04d", district.code(), year, sequence));
    }

    /** Whether a text somebody typed, blanks around it and small letters included, has the form of a case number. */
    public static boolean isValid(String typed) {
        return typed != null && FORM.matcher(normal(typed)).matches();
    }

    /** @throws IllegalArgumentException if {@link #isValid} says no */
    public static CaseNumber parse(String typed) {
        return new CaseNumber(typed == null ? null : normal(typed));
    }

    private static String normal(String typed) {
        return typed.strip().toUpperCase(Locale.ROOT);
    }

    /** Whether the district gave it; a case that goes to another district gets a new number there. */
    public boolean isOf(District district) {
        return value.startsWith(district.code() + "-");
    }

    @Override
    public String toString() {
        return value;
    }
}
