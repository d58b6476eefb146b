package id.tuntas.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/**
 * Counts working time the slow way, one minute after the other, by the rules as a clerk would say them: the reference the
 * fast arithmetic is held against. Instants and budgets in whole minutes.
 */
record MinuteByMinute(ZoneId zone, Map<DayOfWeek, List<Hours>> week, Map<LocalDate, List<Hours>> exceptions) {

    /** The first minute at whose end {@code minutes} have been worked. */
    Instant advance(Instant from, long minutes) {
        Instant now = from;
        for (long left = minutes; left > 0; now = now.plusSeconds(60)) {
            if (isWorking(now)) {
                left--;
            }
        }
        return now;
    }

    long between(Instant from, Instant to) {
        long worked = 0;
        for (Instant now = from; now.isBefore(to); now = now.plusSeconds(60)) {
            if (isWorking(now)) {
                worked++;
            }
        }
        return worked;
    }

    /** Share of the working day that has gone by, in billionths; all of the days before count as whole ones. */
    long daysBetween(Instant from, Instant to) {
        long days = share(to) - share(from);
        LocalDate last = date(to);
        for (LocalDate date = date(from); date.isBefore(last); date = date.plusDays(1)) {
            days += minutesOf(date) > 0 ? Measure.WORKING_DAY : 0;
        }
        return days;
    }

    private long share(Instant now) {
        long all = minutesOf(date(now));
        Instant midnight = date(now).atStartOfDay(zone).toInstant();
        return all == 0 ? 0 : between(midnight, now) * Measure.WORKING_DAY / all;
    }

    private long minutesOf(LocalDate date) {
        return between(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    private boolean isWorking(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        List<Hours> usual = week.getOrDefault(local.getDayOfWeek(), List.of());
        for (Hours hours : exceptions.getOrDefault(local.toLocalDate(), usual)) {
            boolean untilMidnight = hours.until().equals(LocalTime.MIDNIGHT);
            if (!time.isBefore(hours.from()) && (untilMidnight || time.isBefore(hours.until()))) {
                return true;
            }
        }
        return false;
    }

    private LocalDate date(Instant now) {
        return now.atZone(zone).toLocalDate();
    }
}
