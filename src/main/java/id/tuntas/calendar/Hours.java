package id.tuntas.calendar;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * One stretch of working time within a day, in the local time of its calendar, to the minute.
 *
 * @param from first minute
 * @param until end, itself excluded; 00:00 means 24:00, the end of the same day
 */
public record Hours(LocalTime from, LocalTime until) implements Comparable<Hours> {

    private static final int MINUTES_A_DAY = 24 * 60;

    /** @throws IllegalArgumentException if it ends before it begins, or does not begin and end with a whole minute */
    public Hours {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (!isWholeMinute(from) || !isWholeMinute(until)) {
            throw new IllegalArgumentException(
                    "Working hours begin and end with a whole minute: " + from + "-" + until);
        }
        if (!until.equals(LocalTime.MIDNIGHT) && !until.isAfter(from)) {
            throw new IllegalArgumentException("Working hours end before they begin: " + from + "-" + until);
        }
    }

    /** @param until 1 to 1440 */
    static Hours ofMinutes(int from, int until) {
        return new Hours(time(from), time(until % MINUTES_A_DAY));
    }

    private static LocalTime time(int minute) {
        return LocalTime.ofSecondOfDay(minute * 60L);
    }

    /** Minute of the day, 0 to 1439. */
    int fromMinute() {
        return from.toSecondOfDay() / 60;
    }

    /** Minute of the day, 1 to 1440. */
    int untilMinute() {
        return until.equals(LocalTime.MIDNIGHT) ? MINUTES_A_DAY : until.toSecondOfDay() / 60;
    }

    boolean overlaps(Hours other) {
        return fromMinute() < other.untilMinute() && other.fromMinute() < untilMinute();
    }

    @Override
    public int compareTo(Hours other) {
        return from.compareTo(other.from);
    }

    /** {@code 13:00-24:00}. */
    @Override
    public String toString() {
        return from + "-" + (until.equals(LocalTime.MIDNIGHT) ? "24:00" : until);
    }

    private static boolean isWholeMinute(LocalTime time) {
        return time.truncatedTo(ChronoUnit.MINUTES).equals(time);
    }
}
