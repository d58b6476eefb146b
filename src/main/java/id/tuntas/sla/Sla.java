package id.tuntas.sla;

import id.tuntas.calendar.Calendars;
import id.tuntas.calendar.WorkCalendar;
import id.tuntas.shared.CurrentTask;
import id.tuntas.shared.DistrictZones;
import id.tuntas.shared.Risk;
import id.tuntas.shared.TextList;
import id.tuntas.sop.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The expression bean {@code sla}: its public methods are what a model may call. A model leaves {@code execution} out
 * where it only tells the district ({@code ${sla.at(rencanaKeluar)}}); the engine fills it in.
 *
 * <p>The clock stands still within one transaction, so a step's due date and its timer, asked for one after the other,
 * are the same instant.
 */
@Component("sla")
public class Sla {

    private static final String FALLBACK_GROUP = "penyelia-kasus";

    private final Clock clock;
    private final DistrictZones zones;
    private final Calendars calendars;
    private final DuePlanner planner;
    private final ClockTable clocks;
    private final AgencyLookup agencies;

    Sla(
            Clock clock,
            DistrictZones zones,
            Calendars calendars,
            DuePlanner planner,
            ClockTable clocks,
            AgencyLookup agencies) {
        this.clock = clock;
        this.zones = zones;
        this.calendars = calendars;
        this.planner = planner;
        this.clocks = clocks;
        this.agencies = agencies;
    }

    /**
     * When the step or stage the execution stands at runs out of time: now plus its {@code tenggat}, or plus the one for
     * the case's risk ({@code tenggat.darurat} …) or for victims of trafficking ({@code tenggat.tppo}) where it states
     * it; in the working time of the agency if its {@code kalender} says so and the victim is not in danger, otherwise
     * round the clock. Of a clock that runs
     * already, what the ledger says: so a timer that is made anew, for a new version of the SOP, is not made later.
     *
     * @throws IllegalStateException if the step states no budget, or one that cannot be counted
     */
    public Date dueAt(DelegateExecution execution) {
        return Date.from(
                running(execution).orElseGet(() -> plan(execution, Step.of(CurrentTask.activityOf(execution)))));
    }

    /** While the engine migrates a case, an execution has a clock but stands nowhere. */
    private Optional<Instant> running(DelegateExecution execution) {
        String activity = CurrentTask.idOf(execution);
        return (activity == null ? clocks.timedAt(execution.getId()) : clocks.openAt(execution.getId(), activity))
                .map(StepClock::dueAt);
    }

    private Instant plan(DelegateExecution execution, Step step) {
        Risk risk = RiskOfCase.at(execution);
        String agency = DuePlanner.isWorkingTime(step, risk) ? agencies.agencyOf(execution, step) : null;
        boolean trafficking = RiskOfCase.isTrafficking(execution);
        WorkCalendar calendar = calendars.of(execution.getTenantId(), agency);
        try {
            return planner.timing(step, risk, trafficking, clock.instant(), calendar)
                    .dueAt(calendar);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Step " + step.key() + " has no due date; its tenggat: " + e.getMessage(), e);
        }
    }

    /**
     * The beginning of a day that a form asked for, in the district's zone; now if the day is missing or past.
     *
     * @param isoDate date or date-time as a form stores it; may be null or blank
     * @throws IllegalArgumentException if it is no date
     */
    public Date at(DelegateExecution execution, String isoDate) {
        ZonedDateTime now = now(execution);
        return date(isMissing(isoDate) ? now : later(now, FormDate.parse(isoDate, now.getZone())));
    }

    /**
     * As {@link #at}, but earlier by the period: seven days before an order ends, say. Now if that is past.
     *
     * @param isoPeriod positive ISO-8601 duration
     */
    public Date before(DelegateExecution execution, String isoDate, String isoPeriod) {
        Budget period = Budget.parse(isoPeriod);
        ZonedDateTime now = now(execution);
        return date(isMissing(isoDate) ? now : later(now, period.before(FormDate.parse(isoDate, now.getZone()))));
    }

    /**
     * The durations a decision made, for a loop of timers.
     *
     * @throws IllegalArgumentException if one of them is no positive ISO-8601 duration
     */
    public List<String> schedule(Object listVariable) {
        return TextList.of(listVariable).stream()
                .map(text -> Budget.parse(text).text())
                .toList();
    }

    /**
     * The clock of the late step the variable {@code langkahTerlambat} names, about which nobody has been told yet.
     *
     * @throws IllegalStateException if no such step is late
     */
    public String lateClock(DelegateExecution execution) {
        String step = String.valueOf(execution.getVariable("langkahTerlambat"));
        return clocks.untold(execution.getProcessInstanceId(), step)
                .orElseThrow(() -> new IllegalStateException("No late clock of step " + step));
    }

    /** Who is asked now: the rung the ladder stands on, or who decides on more time ({@code kelompokTangga}). */
    public String escalationGroup(DelegateExecution execution) {
        Object group = execution.getVariable("kelompokTangga");
        return group == null ? FALLBACK_GROUP : group.toString();
    }

    /**
     * When the ladder of the clock {@code jamTerlambat} goes on: half of the step's budget from now, in its own working
     * time, but no later than the SOP's decision {@code jarakAnakTangga} (ISO-8601 duration) says.
     */
    public Date nextRungAt(DelegateExecution execution) {
        StepClock late = clocks.find(String.valueOf(execution.getVariable("jamTerlambat")))
                .orElseThrow(() -> new IllegalStateException("A ladder without a clock"));
        Duration atMost = Duration.parse(String.valueOf(execution.getVariable("jarakAnakTangga")));
        WorkCalendar calendar = planner.calendarOf(late.subject());
        return Date.from(DuePlanner.nextRungAt(late.timing(), atMost, clock.instant(), calendar));
    }

    private ZonedDateTime now(DelegateExecution execution) {
        String district = execution == null ? null : execution.getTenantId();
        // a case always has a district; a process without one can still count hours
        ZoneId zone = district == null ? ZoneOffset.UTC : zones.zoneOf(district);
        return clock.instant().atZone(zone);
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static Date date(ZonedDateTime time) {
        return Date.from(time.toInstant());
    }
}
