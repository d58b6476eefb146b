package id.tuntas.sla;

import id.tuntas.calendar.WorkCalendar;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Moves everything a clock consists of, together: the row, the engine's due date, reminder and timer, and the ledger. */
@Component
class ClockMove {

    private final ClockTable clocks;
    private final ClockLog log;
    private final DuePlanner planner;
    // the engine needs the expression beans, and they need this
    private final ObjectProvider<StepTimers> engine;
    private final Clock clock;

    ClockMove(ClockTable clocks, ClockLog log, DuePlanner planner, ObjectProvider<StepTimers> engine, Clock clock) {
        this.clocks = clocks;
        this.log = log;
        this.planner = planner;
        this.engine = engine;
        this.clock = clock;
    }

    void to(StepClock before, Timing timing, ClockEvent event) {
        to(before, before.with(timing), event);
    }

    /** @param changed the clock with its new timing; its due date is computed here */
    void to(StepClock before, StepClock changed, ClockEvent event) {
        ClockSubject subject = changed.subject();
        WorkCalendar calendar = planner.calendarOf(subject);
        Timing timing = changed.timing();
        Instant due = timing.dueAt(calendar);
        Instant remind = timing.remindAt(calendar);
        clocks.move(changed.dueAt(due), remind, DuePlanner.isProvisional(timing, calendar), clock.instant());
        engine.getObject().move(changed.id(), subject.executionId(), due, remind);
        log.add(event.moving(before.dueAt(), due));
    }

    /** Puts the engine's side back to what the row says. */
    void again(String clockId, ClockEvent event) {
        StepClock open = clocks.find(clockId).orElseThrow();
        if (open.breachedAt() == null) {
            to(open, open.timing(), event);
        } else {
            log.add(event);
        }
    }
}
