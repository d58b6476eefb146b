package id.tuntas.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * A day with other hours than usual.
 *
 * @param name as people read it, 1 to 200 characters
 * @param open the working hours of a half day, exactly as they are then; null on a day that is closed
 */
public record Holiday(LocalDate date, String name, HolidayKind kind, Hours open) {

    public static final int FIRST_YEAR = 2000;
    public static final int LAST_YEAR = 2100;
    static final int MAX_NAME = 200;

    /** A day on which the office is closed. */
    public static Holiday closed(LocalDate date, String name, HolidayKind kind) {
        return new Holiday(date, name, kind, null);
    }

    List<Hours> hours() {
        return open == null ? List.of() : List.of(open);
    }
}
