package id.tuntas.export;

/** What a column holds. A cell of any kind may also be empty (null), or hold a word that stands for a value. */
public enum Kind {
    /** {@link String} */
    TEXT(28, null),
    /** {@link Integer} or {@link Long} */
    NUMBER(10, "#,##0"),
    /** {@link Double}, shown with two decimals */
    DECIMAL(10, "0.00"),
    /** {@link Double}, 1 = all of it */
    SHARE(10, "0%"),
    /** {@link Double}, hours */
    HOURS(10, "0.00"),
    /** {@link java.time.LocalDateTime} in a zone that the heading names */
    MOMENT(18, "yyyy-mm-dd hh:mm"),
    /** {@link java.time.LocalDate} */
    DATE(12, "yyyy-mm-dd");

    private final int width;
    private final String format;

    Kind(int width, String format) {
        this.width = width;
        this.format = format;
    }

    /** In characters. */
    int width() {
        return width;
    }

    /** As spreadsheets write formats; null for text. */
    String format() {
        return format;
    }
}
