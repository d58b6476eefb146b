package id.tuntas.sla;

import id.tuntas.calendar.Calendars;
import id.tuntas.calendar.WorkCalendar;
import id.tuntas.shared.Risk;
import id.tuntas.sop.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Computes when a step would be reminded, late and escalated: for the engine as for whoever wants to see it before. */
@Component
public class DuePlanner {

    private static final String WORKING_TIME = "kerja";

    private final Calendars calendars;
    private final RungDistance distance;

    DuePlanner(Calendars calendars, RungDistance distance) {
        this.calendars = calendars;
        this.distance = distance;
    }

    /**
     * @param agencyId agency that performs the step; null counts in the district's own office hours
     * @param risk risk of the case; null while it is not known
     * @throws IllegalArgumentException if the district is unknown, or the step's budget cannot be counted
     */
    public DuePlan plan(Step step, String districtId, String agencyId, Risk risk, boolean trafficking, Instant start) {
        WorkCalendar calendar = calendars.of(districtId, agencyId);
        Timing timing = timing(step, risk, trafficking, start, calendar);
        return new DuePlan(
                respondBy(step, risk, start, calendar),
                timing.remindAt(calendar),
                timing.dueAt(calendar),
                isProvisional(timing, calendar),
                rungs(step, timing, risk, calendar));
    }

    /** Whose working time a clock counts. */
    WorkCalendar calendarOf(ClockSubject subject) {
        return calendars.of(subject.districtId(), subject.agencyId());
    }

    Timing timing(Step step, Risk risk, boolean trafficking, Instant start, WorkCalendar calendar) {
        Budget budget = Budget.parse(step.tenggat().of(risk, trafficking));
        return Timing.start(budget, isWorkingTime(step, risk), step.pengingat(), start, calendar);
    }

    /** Null if the step does not say how soon somebody must take it. */
    Instant respondBy(Step step, Risk risk, Instant start, WorkCalendar calendar) {
        if (step.respon().isEmpty()) {
            return null;
        }
        return Timing.start(Budget.parse(step.respon()), isWorkingTime(step, risk), 1, start, calendar)
                .dueAt(calendar);
    }

    /** How long a rung of a ladder has at most. @param risk null while it is not known */
    Duration rungAtMost(Risk risk) {
        return distance.atMost(risk);
    }

    /** When the next rung is told: half of the budget later, but no later than the SOP's decision for the risk says. */
    static Instant nextRungAt(Timing timing, Duration atMost, Instant now, WorkCalendar calendar) {
        Instant half = timing.halfAfter(now, calendar);
        Instant latest = now.plus(atMost);
        return half.isBefore(latest) ? half : latest;
    }

    static boolean isProvisional(Timing timing, WorkCalendar calendar) {
        return timing.working() && !calendar.isSettled(timing.runningSince(), timing.dueAt(calendar));
    }

    /** Danger does not wait for Monday: in an emergency and at high risk every hour counts, whatever the step says. */
    static boolean isWorkingTime(Step step, Risk risk) {
        return WORKING_TIME.equals(step.kalender()) && risk != Risk.DARURAT && risk != Risk.TINGGI;
    }

    /** Whether a law has set the budget that holds for the victim. */
    static boolean isStatutory(Step step, boolean trafficking) {
        return trafficking && step.tenggat().trafficking() != null ? step.terkunciTppo() : step.terkunci();
    }

    private List<DuePlan.Rung> rungs(Step step, Timing timing, Risk risk, WorkCalendar calendar) {
        List<DuePlan.Rung> rungs = new ArrayList<>();
        Instant at = timing.dueAt(calendar);
        Duration atMost = distance.atMost(risk);
        for (String group : step.eskalasi()) {
            rungs.add(new DuePlan.Rung(group, at));
            at = nextRungAt(timing, atMost, at, calendar);
        }
        return rungs;
    }
}
