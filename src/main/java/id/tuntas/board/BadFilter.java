package id.tuntas.board;

/** Something in the address of a board page that cannot be; shown as 400 with a sentence that names the field. */
public class BadFilter extends RuntimeException {

    private static final int LONGEST = 60;

    private final String field;
    private final Reason reason;
    private final String value;

    /**
     * @param field name of the parameter as it stands in the address
     * @param value what was typed; null if it is not worth repeating
     */
    public BadFilter(String field, Reason reason, String value) {
        super(field + ": " + reason);
        this.field = shortened(field);
        this.reason = reason;
        this.value = shortened(value == null ? "" : value);
    }

    /** At most 60 characters. */
    public String field() {
        return field;
    }

    public Reason reason() {
        return reason;
    }

    /** At most 60 characters, empty if there is nothing to repeat. */
    public String value() {
        return value;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    /** What is wrong. */
    public enum Reason {
        /** no such filter */
        UNKNOWN_FIELD,
        /** given twice */
        TWICE,
        /** no such value; also said of what exists in another district */
        UNKNOWN_VALUE,
        /** not a date of this and the last decades */
        NOT_A_DAY,
        /** ends before it begins */
        BACKWARDS,
        /** longer than ten years */
        TOO_LONG,
        /** not a page number from 1 on */
        NOT_A_PAGE,
        /** more at once than can be looked over; the value is how many may be */
        TOO_MANY,
        /** nothing can be downloaded in that form */
        NOT_A_FORM,
        /** more rows than a file of that form holds; the value is how many there are */
        TOO_MANY_ROWS,
        /** not a month of this century */
        NOT_A_MONTH,
        /** a month that has not begun yet */
        NOT_BEGUN,
        /** so many cases that they cannot be counted at once */
        MANY_CASES
    }
}
