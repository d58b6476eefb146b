package id.tuntas.sla;

import id.tuntas.calendar.Measure;
import id.tuntas.calendar.WorkCalendar;
import java.time.Instant;

/**
 * The state of a clock: a budget, what of it was used up until the clock last began to run, and when that was. Dates
 * follow from it and are not kept apart from it.
 *
 * @param working whether office hours count, rather than every hour
 * @param measure what total and consumed are counted in
 * @param total the budget, in units of the measure
 * @param consumed used up until {@code runningSince}, in units of the measure
 * @param runningSince when the clock began to run; an instant that lies ahead means that it stands still until then
 * @param remindShare share of the budget after which the owner is reminded, in (0, 1]
 */
record Timing(boolean working, Measure measure, long total, long consumed, Instant runningSince, double remindShare) {

    /** @throws IllegalArgumentException if the budget cannot be counted in the calendar */
    static Timing start(Budget budget, boolean working, double remindShare, Instant start, WorkCalendar calendar) {
        return new Timing(
                working, budget.measure(working), budget.units(start, calendar, working), 0, start, remindShare);
    }

    /** When the budget is used up. If that was before {@link #runningSince}, that instant: earlier ones are not kept. */
    Instant dueAt(WorkCalendar calendar) {
        return after(total, calendar);
    }

    Instant remindAt(WorkCalendar calendar) {
        return after(Math.round(total * remindShare), calendar);
    }

    boolean isPaused(Instant now) {
        return runningSince.isAfter(now);
    }

    long consumedAt(Instant now, WorkCalendar calendar) {
        return consumed + calendar.between(runningSince, now, measure);
    }

    /** Stands still from now until the limit, and then runs by itself. */
    Timing paused(Instant now, Instant until, WorkCalendar calendar) {
        return continued(consumedAt(now, calendar), until);
    }

    Timing resumed(Instant now) {
        return continued(consumed, now);
    }

    /** The same budget, of which so much was used up when the clock last began to run. */
    Timing continued(long units, Instant since) {
        return new Timing(working, measure, total, units, since, remindShare);
    }

    Timing extended(long units) {
        return new Timing(working, measure, Math.addExact(total, units), consumed, runningSince, remindShare);
    }

    /** When half of the budget will have gone by once more after an instant: the distance between two rungs. */
    Instant halfAfter(Instant from, WorkCalendar calendar) {
        return calendar.advance(from, total / 2, measure);
    }

    private Instant after(long units, WorkCalendar calendar) {
        return calendar.advance(runningSince, Math.max(0, units - consumed), measure);
    }
}
