package id.tuntas.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The working time of an office, and what a budget comes to in it. Immutable and thread-safe.
 *
 * <p>Instants count to the millisecond; what is finer is cut off. A working day's position is the share of that day's own
 * hours that has gone by, so Monday 10:00 and three working days make Thursday 10:00 where the days are alike, and Friday
 * 20:00 and one working day make the end of Monday's hours. Where two instants have counted the same, the earlier one is
 * the answer: a budget ends when an office closes, not when it opens again.
 */
public final class WorkCalendar {

    /** Offsets of the past do not matter. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private static final int HORIZON_YEARS = 100;
    private static final long HORIZON_DAYS = HORIZON_YEARS * 366L;

    private final ZoneId zone;
    private final long offset;
    private final WorkDays days;
    private final Set<Integer> settledYears;

    /**
     * @param zone without daylight saving, as all of Indonesia: counting relies on days of 24 hours
     * @param week hours of each day of the week, in any order; a day without any is not a working day
     * @param exceptions days of the years 2000 to 2100 with hours of their own; an empty list = closed
     * @param settledYears years whose holidays have been decreed, see {@link #isSettled}
     * @throws IllegalArgumentException if hours overlap, the week has no working time, an exception is out of those years
     *     or the zone changes its offset
     */
    public WorkCalendar(
            ZoneId zone,
            Map<DayOfWeek, List<Hours>> week,
            Map<LocalDate, List<Hours>> exceptions,
            Set<Integer> settledYears) {
        this.zone = Objects.requireNonNull(zone, "zone");
        this.offset = fixedOffset(zone);
        this.days = new WorkDays(week, exceptions);
        this.settledYears = Set.copyOf(settledYears);
    }

    public ZoneId zone() {
        return zone;
    }

    /**
     * The earliest instant at which {@code units} have been counted since {@code from}; 0 gives {@code from} itself.
     *
     * @param units at least 0; ms or billionths of a working day, as the measure says
     * @throws IllegalArgumentException if units is negative
     * @throws IllegalStateException if the next hundred years have no such amount of working time, for example because
     *     every day is closed
     */
    public Instant advance(Instant from, long units, Measure measure) {
        if (units < 0) {
            throw new IllegalArgumentException("A budget cannot be negative: " + units);
        }
        if (units == 0) {
            return from;
        }
        if (measure == Measure.CALENDAR_TIME) {
            return from.plusMillis(units);
        }
        long local = from.toEpochMilli() + offset;
        long start = Math.floorDiv(local, DayHours.DAY_MS);
        DayHours hours = days.of(start);
        long before = hours.counted(Math.floorMod(local, DayHours.DAY_MS), measure);
        long left = units;
        for (long day = start; day < start + HORIZON_DAYS; hours = days.of(++day)) {
            long available = hours.whole(measure) - before;
            if (left <= available) {
                return Instant.ofEpochMilli(day * DayHours.DAY_MS - offset + hours.timeOf(left + before, measure));
            }
            left -= available;
            before = 0;
        }
        throw new IllegalStateException("From " + from + " on there is not enough working time in " + HORIZON_YEARS
                + " years for a budget of " + units + " " + measure + "; are all days closed?");
    }

    /**
     * Units counted in [from, to); 0 if {@code to} is not after {@code from}.
     *
     * @throws IllegalStateException if more than a hundred years lie between
     */
    public long between(Instant from, Instant to, Measure measure) {
        if (!to.isAfter(from)) {
            return 0;
        }
        if (measure == Measure.CALENDAR_TIME) {
            return to.toEpochMilli() - from.toEpochMilli();
        }
        long first = from.toEpochMilli() + offset;
        long last = to.toEpochMilli() + offset;
        long firstDay = Math.floorDiv(first, DayHours.DAY_MS);
        long lastDay = Math.floorDiv(last, DayHours.DAY_MS);
        if (lastDay - firstDay > HORIZON_DAYS) {
            throw new IllegalStateException(
                    "More than " + HORIZON_YEARS + " years lie between " + from + " and " + to + "; is a date wrong?");
        }
        long counted = days.of(lastDay).counted(Math.floorMod(last, DayHours.DAY_MS), measure)
                - days.of(firstDay).counted(Math.floorMod(first, DayHours.DAY_MS), measure);
        for (long day = firstDay; day < lastDay; day++) {
            counted += days.of(day).whole(measure);
        }
        return counted;
    }

    /**
     * Whether the holidays of every year touched by [from, to] are known. A due date in a year whose joint decree of three
     * ministers (SKB 3 Menteri) has not been issued is provisional. Says nothing of calendar time, where holidays do not
     * count.
     */
    public boolean isSettled(Instant from, Instant to) {
        int last = to.atZone(zone).getYear();
        for (int year = from.atZone(zone).getYear(); year <= last; year++) {
            if (!settledYears.contains(year)) {
                return false;
            }
        }
        return true;
    }

    private static long fixedOffset(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        Instant start = FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (rules.nextTransition(start) != null) {
            throw new IllegalArgumentException("The time zone " + zone + " changes its offset (daylight saving?);"
                    + " working time can be counted in zones without, such as Asia/Jakarta");
        }
        return rules.getOffset(start).getTotalSeconds() * 1000L;
    }
}
