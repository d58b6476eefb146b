package id.tuntas.sla;

import id.tuntas.calendar.Measure;
import id.tuntas.calendar.WorkCalendar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A positive ISO-8601 duration as authors write it: {@code PT72H}, {@code P3D}, {@code P6M}, {@code P1DT12H}. Round the
 * clock, days and longer are those of the calendar in the district's zone and hours are hours; in working time, a budget
 * is either in working days or in working hours.
 */
record Budget(String text, Period days, Duration hours) {

    /** Units of {@link Measure#WORKING_DAYS} in one working day. */
    static final long WORKING_DAY = 1_000_000_000L;

    private static final Pattern ISO = Pattern.compile("(P(?:\\d+[YMWD])*)(T(?:\\d+[HMS])+)?");

    /** @throws IllegalArgumentException if the text is missing, not ISO-8601, zero or negative; the message quotes it */
    static Budget parse(String text) {
        Matcher iso = ISO.matcher(text == null ? "" : text.strip());
        if (!iso.matches() || iso.group(1).equals("P") && iso.group(2) == null) {
            throw new IllegalArgumentException("Not a positive ISO-8601 duration (such as PT72H or P3D): " + text);
        }
        try {
            Period days = iso.group(1).equals("P") ? Period.ZERO : Period.parse(iso.group(1));
            Duration hours = iso.group(2) == null ? Duration.ZERO : Duration.parse("P" + iso.group(2));
            if (days.isZero() && hours.isZero()) {
                throw new IllegalArgumentException("A duration of zero gives no time at all: " + text);
            }
            return new Budget(text.strip(), days, hours);
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException("Not an ISO-8601 duration: " + text, e);
        }
    }

    ZonedDateTime after(ZonedDateTime start) {
        return start.plus(days).plus(hours);
    }

    ZonedDateTime before(ZonedDateTime end) {
        return end.minus(days).minus(hours);
    }

    /** @param working whether office hours count, rather than every hour */
    Measure measure(boolean working) {
        if (!working) {
            return Measure.CALENDAR_TIME;
        }
        return days.isZero() ? Measure.WORKING_HOURS : Measure.WORKING_DAYS;
    }

    /**
     * How much that is, counted from the start: months differ.
     *
     * @throws IllegalArgumentException if working time is given in days and hours at once, or in months or years
     */
    long units(Instant start, WorkCalendar calendar, boolean working) {
        return switch (measure(working)) {
            case CALENDAR_TIME ->
                Duration.between(start, after(start.atZone(calendar.zone())).toInstant())
                        .toMillis();
            case WORKING_HOURS -> hours.toMillis();
            case WORKING_DAYS -> workingDays() * WORKING_DAY;
        };
    }

    private long workingDays() {
        if (!hours.isZero() || days.toTotalMonths() != 0) {
            throw new IllegalArgumentException("Working time is counted in days or in hours (P3D, PT8H): " + text);
        }
        return days.getDays();
    }
}
