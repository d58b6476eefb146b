package id.tuntas.sop;

import id.tuntas.sop.FieldCheck.Wrong;
import id.tuntas.sop.FormField.Limits;
import java.math.BigDecimal;

/** A number: whole unless the form allows decimals. */
final class NumberCheck {

    private NumberCheck() {}

    static Number check(Object submitted, Limits limits) throws Wrong {
        BigDecimal value = exact(submitted);
        int decimals = limits.decimalDigits() == null ? 0 : limits.decimalDigits();
        if (scale(value) > decimals) {
            throw new Wrong(
                    decimals == 0
                            ? "isi dengan bilangan bulat."
                            : "paling banyak " + decimals + " angka di belakang koma.");
        }
        range(value, limits);
        if (limits.increment() != null
                && limits.increment().signum() > 0
                && value.remainder(limits.increment()).signum() != 0) {
            throw new Wrong("isi dengan kelipatan " + limits.increment().toPlainString() + ".");
        }
        return decimals == 0 ? whole(value) : (Number) value.doubleValue();
    }

    private static BigDecimal exact(Object value) throws Wrong {
        if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            return BigDecimal.valueOf(((Number) value).longValue());
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number);
        }
        throw new Wrong("harus berupa angka.");
    }

    private static int scale(BigDecimal value) {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    private static void range(BigDecimal value, Limits limits) throws Wrong {
        if (limits.min() != null && value.compareTo(limits.min()) < 0) {
            throw new Wrong("paling sedikit " + limits.min().toPlainString() + ".");
        }
        if (limits.max() != null && value.compareTo(limits.max()) > 0) {
            throw new Wrong("paling banyak " + limits.max().toPlainString() + ".");
        }
    }

    private static Integer whole(BigDecimal value) throws Wrong {
        try {
            return value.intValueExact();
        } catch (ArithmeticException e) {
            throw new Wrong("angka terlalu besar.");
        }
    }
}
