package id.tuntas.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The hours of every day there is: those of the week, and in their place those of single days. */
final class WorkDays {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final DayHours[] week = new DayHours[7];
    private final long firstException;
    private final DayHours[] exceptions;

    /** @throws IllegalArgumentException as {@link WorkCalendar#WorkCalendar} says */
    WorkDays(Map<DayOfWeek, List<Hours>> week, Map<LocalDate, List<Hours>> exceptions) {
        boolean closed = true;
        for (DayOfWeek day : DayOfWeek.values()) {
            DayHours hours = new DayHours(day, week.getOrDefault(day, List.of()));
            this.week[day.ordinal()] = hours;
            closed &= hours.isClosed();
        }
        if (closed) {
            throw new IllegalArgumentException("A calendar needs working hours on at least one day of the week");
        }
        this.firstException =
                exceptions.keySet().stream().mapToLong(WorkDays::epochDay).min().orElse(0);
        long last =
                exceptions.keySet().stream().mapToLong(WorkDays::epochDay).max().orElse(-1);
        this.exceptions = new DayHours[(int) (last - firstException + 1)];
        exceptions.forEach(
                (date, hours) -> this.exceptions[(int) (epochDay(date) - firstException)] = new DayHours(date, hours));
    }

    /** @param epochDay days since 1 January 1970 */
    DayHours of(long epochDay) {
        long index = epochDay - firstException;
        if (index >= 0 && index < exceptions.length && exceptions[(int) index] != null) {
            return exceptions[(int) index];
        }
        // 1 January 1970 was a Thursday
        return week[(int) Math.floorMod(epochDay + 3, 7L)];
    }

    /** The array has a place for each day between the first and the last, so they must not lie far apart. */
    private static long epochDay(LocalDate date) {
        if (date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "A calendar knows the years " + FIRST_YEAR + " to " + LAST_YEAR + ", but not " + date);
        }
        return date.toEpochDay();
    }
}
