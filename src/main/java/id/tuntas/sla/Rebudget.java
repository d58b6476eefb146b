package id.tuntas.sla;

import id.tuntas.calendar.CalendarChanged;
import id.tuntas.calendar.WorkCalendar;
import id.tuntas.shared.Risk;
import id.tuntas.sla.ClockEvent.Kind;
import id.tuntas.sop.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives running clocks the budget of a new risk, and the due dates of a new calendar. */
@Component
public class Rebudget {

    private final ClockTable clocks;
    private final ClockMove move;
    private final StepCatalog steps;
    private final DuePlanner planner;
    private final Rungs rungs;
    private final Clock clock;

    Rebudget(ClockTable clocks, ClockMove move, StepCatalog steps, DuePlanner planner, Rungs rungs, Clock clock) {
        this.rungs = rungs;
        this.clocks = clocks;
        this.move = move;
        this.steps = steps;
        this.planner = planner;
        this.clock = clock;
    }

    /**
     * The risk of a case is known or has changed: its running clocks count the new budget from their start, and so does the
     * time somebody has to take the step. A clock that has run out stays late, whatever the new risk; its ladder climbs
     * faster if the risk is higher.
     *
     * @param risk null if it is unknown again
     */
    public void riskIs(String processInstanceId, Risk risk) {
        clocks.openIn(processInstanceId).stream()
                .filter(open -> open.risk() != risk)
                .forEach(open -> {
                    rebudget(open, risk, open.trafficking());
                    rungs.riskIs(open, risk);
                });
    }

    /** As {@link #riskIs}, when the victim is found to be one of trafficking, or not to be. */
    public void traffickingIs(String processInstanceId, boolean trafficking) {
        clocks.openIn(processInstanceId).stream()
                .filter(open -> open.trafficking() != trafficking)
                .forEach(open -> rebudget(open, open.risk(), trafficking));
    }

    /** Office hours or holidays have changed: what counts working time is due at another moment, unless it is late. */
    @EventListener
    void calendarChanged(CalendarChanged change) {
        for (String id : clocks.workingIn(change.districtId())) {
            clocks.lock(id).filter(this::isRunning).ifPresent(open -> {
                WorkCalendar calendar = planner.calendarOf(open.subject());
                if (open.timing().dueAt(calendar).equals(open.dueAt())) {
                    // it may be sure now, or not any more
                    clocks.provisionalIs(open.id(), DuePlanner.isProvisional(open.timing(), calendar));
                } else {
                    move.to(open, open.timing(), event(open, Kind.CALENDAR_CHANGED));
                }
                stepOf(open).ifPresent(step -> respond(open, step, open.risk()));
            });
        }
    }

    private void rebudget(StepClock open, Risk risk, boolean trafficking) {
        Step step = stepOf(open).orElse(null);
        if (step == null || !isRunning(open)) {
            clocks.riskIs(open.id(), risk, trafficking);
            return;
        }
        String budget = step.tenggat().of(risk, trafficking);
        boolean working = DuePlanner.isWorkingTime(step, risk);
        if (budget.equals(open.budget()) && working == open.timing().working()) {
            clocks.riskIs(open.id(), risk, trafficking);
            return;
        }
        StepClock changed = open.with(
                risk, trafficking, DuePlanner.isStatutory(step, trafficking), budget, timing(open, budget, working));
        move.to(open, changed, event(open, Kind.RISK_CHANGED).because(risk == null ? null : risk.name()));
        respond(open, step, risk);
    }

    /** Until when somebody has to take the step, from its start too, unless that is past. */
    private void respond(StepClock open, Step step, Risk risk) {
        Instant by = planner.respondBy(step, risk, open.startedAt(), planner.calendarOf(open.subject()));
        if (by != null) {
            clocks.respondBy(open.id(), by, clock.instant());
        }
    }

    private Optional<Step> stepOf(StepClock open) {
        return steps.find(open.subject().processDefinitionId(), open.subject().stepId());
    }

    /**
     * Counted from the start; what pauses have left out stays left out. An extension was granted for another risk and
     * lapses. If the new budget is counted in another measure, a clock that was paused counts as if it had run: the
     * victim's side of the doubt.
     */
    private Timing timing(StepClock open, String budget, boolean working) {
        Timing before = open.timing();
        WorkCalendar calendar = planner.calendarOf(open.subject());
        Timing fresh = Timing.start(Budget.parse(budget), working, before.remindShare(), open.startedAt(), calendar);
        if (before.runningSince().equals(open.startedAt())) {
            return fresh;
        }
        long consumed = fresh.measure() == before.measure()
                ? before.consumed()
                : calendar.between(open.startedAt(), before.runningSince(), fresh.measure());
        return fresh.continued(consumed, before.runningSince());
    }

    private boolean isRunning(StepClock open) {
        return open.doneAt() == null && !open.isLateAt(clock.instant());
    }

    private ClockEvent event(StepClock open, Kind kind) {
        return ClockEvent.of(open.id(), clock.instant(), kind);
    }
}
