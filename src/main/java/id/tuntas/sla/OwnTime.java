package id.tuntas.sla;

import id.tuntas.calendar.Calendars;
import id.tuntas.calendar.Measure;
import id.tuntas.calendar.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How much time has passed for a clock in the time it counts itself: day and night, or office hours of its agency. */
@Component
public class OwnTime {

    private final Calendars calendars;

    OwnTime(Calendars calendars) {
        this.calendars = calendars;
    }

    /** Remembers the calendars it meets, so that a long list asks for each once. Make one for each page and keep none. */
    public Reading reading() {
        return new Reading(calendars);
    }

    /** Not thread-safe. */
    public static final class Reading {

        private final Calendars calendars;
        private final Map<List<String>, WorkCalendar> known = new HashMap<>();

        private Reading(Calendars calendars) {
            this.calendars = calendars;
        }

        /**
         * Time counted in [from, to); nothing if {@code to} is not after {@code from}. What counts working days and has not
         * come to a whole one yet is given in office hours.
         *
         * @param agencyId null counts in the district's own office hours
         * @throws IllegalArgumentException if there is no such district
         */
        public Span between(String districtId, String agencyId, Measure measure, Instant from, Instant to) {
            if (measure == Measure.CALENDAR_TIME) {
                return Span.ofClock(from, to);
            }
            WorkCalendar calendar = calendarOf(districtId, agencyId);
            if (measure == Measure.WORKING_DAYS) {
                long days = calendar.between(from, to, Measure.WORKING_DAYS) / Measure.WORKING_DAY;
                if (days > 0) {
                    return new Span(true, days, 0, 0);
                }
            }
            Duration hours = Duration.ofMillis(calendar.between(from, to, Measure.WORKING_HOURS));
            return new Span(true, 0, hours.toHours(), hours.toMinutesPart());
        }

        /**
         * Time counted in [from, to), to the millisecond.
         *
         * @param agencyId null counts in the district's own office hours
         * @param working whether office hours count, rather than every hour
         */
        public Duration counted(String districtId, String agencyId, boolean working, Instant from, Instant to) {
            if (!working) {
                return to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
            }
            return Duration.ofMillis(calendarOf(districtId, agencyId).between(from, to, Measure.WORKING_HOURS));
        }

        /**
         * Time counted in [from, to) in units of the measure; nothing if {@code to} is not after {@code from}.
         *
         * @param agencyId null counts in the district's own office hours
         */
        public long units(String districtId, String agencyId, Measure measure, Instant from, Instant to) {
            if (!to.isAfter(from)) {
                return 0;
            }
            return measure == Measure.CALENDAR_TIME
                    ? Duration.between(from, to).toMillis()
                    : calendarOf(districtId, agencyId).between(from, to, measure);
        }

        private WorkCalendar calendarOf(String districtId, String agencyId) {
            List<String> office = List.of(districtId, agencyId == null ? "" : agencyId);
            WorkCalendar calendar = known.get(office);
            if (calendar == null) {
                calendar = calendars.of(districtId, agencyId);
                known.put(office, calendar);
            }
            return calendar;
        }
    }

    /**
     * An amount of time, cut off to the minute.
     *
     * @param working whether these are working days and office hours
     * @param days working days, or days of 24 hours
     * @param hours on top of the days; of working time the whole amount if it is less than a day of the measure
     * @param minutes on top of the hours
     */
    public record Span(boolean working, long days, long hours, long minutes) {

        private static Span ofClock(Instant from, Instant to) {
            Duration time = to.isAfter(from) ? Duration.between(from, to) : Duration.ZERO;
            return new Span(false, time.toDays(), time.toHoursPart(), time.toMinutesPart());
        }

        public boolean isNothing() {
            return days == 0 && hours == 0 && minutes == 0;
        }
    }
}
