package id.tuntas.sla;

import id.tuntas.calendar.WorkCalendar;
import id.tuntas.shared.Risk;
import id.tuntas.sla.ClockEvent.Kind;
import id.tuntas.sla.ClockTable.Mark;
import id.tuntas.sop.Step;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * The life of a clock, as the engine tells it: it starts with its step, somebody takes the step, the budget runs out, the
 * step is done. All in the engine's transaction: what cannot be written here does not happen there.
 */
@Component
public class StepClocks {

    private final ClockTable clocks;
    private final ClockLog log;
    private final DuePlanner planner;
    private final Ladders ladders;
    private final ClockMove move;
    private final Clock clock;

    StepClocks(ClockTable clocks, ClockLog log, DuePlanner planner, Ladders ladders, ClockMove move, Clock clock) {
        this.clocks = clocks;
        this.log = log;
        this.planner = planner;
        this.ladders = ladders;
        this.move = move;
        this.clock = clock;
    }

    /**
     * A step or a stage has begun.
     *
     * @param id id of the task or of the stage's activity instance
     * @param risk null while it is not known
     * @param hasTimer whether the model tells us when the budget runs out; otherwise the sweep does
     * @return what the clock promises
     */
    public Promise opened(
            String id, ClockSubject subject, Step step, Risk risk, boolean trafficking, boolean hasTimer) {
        Instant now = clock.instant();
        WorkCalendar calendar = planner.calendarOf(subject);
        Timing timing = planner.timing(step, risk, trafficking, now, calendar);
        StepClock started = new StepClock(
                id,
                subject,
                risk,
                trafficking,
                DuePlanner.isStatutory(step, trafficking),
                step.tenggat().of(risk, trafficking),
                timing,
                now,
                timing.dueAt(calendar),
                null,
                0,
                null);
        Promise promise = new Promise(started.dueAt(), timing.remindAt(calendar));
        clocks.insert(
                started,
                planner.respondBy(step, risk, now, calendar),
                promise.remindAt(),
                DuePlanner.isProvisional(timing, calendar),
                hasTimer);
        log.add(ClockEvent.of(id, now, Kind.STARTED).changing(timing.total()).moving(null, started.dueAt()));
        return promise;
    }

    /** Somebody has taken the step, for the first time or again. */
    public void claimed(String id, String userId) {
        Instant now = clock.instant();
        clocks.heldBy(id, userId);
        if (clocks.mark(id, Mark.CLAIMED, now)) {
            log.add(ClockEvent.of(id, now, Kind.CLAIMED).by(userId));
        }
    }

    /** Whoever had taken the step has given it back. */
    public void unclaimed(String id) {
        clocks.heldBy(id, null);
    }

    /**
     * The timer of a step or stage has fired: it is late from now on, unless it still has time, which is put on record.
     *
     * @param userId who made the timer fire; null if nobody who is signed in
     * @return whether its time was up
     */
    public boolean ranOut(String executionId, String stepId, String userId) {
        StepClock open = clocks.openAt(executionId, stepId).orElse(null);
        if (open == null) {
            return true;
        }
        boolean early = open.dueAt().isAfter(clock.instant());
        if (early) {
            log.add(ClockEvent.of(open.id(), clock.instant(), Kind.CHANGE_REFUSED)
                    .by(userId)
                    .because("terlalu-awal"));
        } else {
            breached(open.id());
        }
        return !early;
    }

    void breached(String id) {
        Instant now = clock.instant();
        if (clocks.mark(id, Mark.BREACHED, now)) {
            log.add(ClockEvent.of(id, now, Kind.BREACHED));
        }
    }

    /** The step was completed, or nobody needs it any more. Its ladder ends once the transaction is through. */
    public void closed(String id, boolean completed) {
        Instant now = clock.instant();
        StepClock open = clocks.find(id).filter(found -> found.doneAt() == null).orElse(null);
        if (open == null || !clocks.done(id, completed ? "SELESAI" : "BATAL", now)) {
            return;
        }
        if (completed && open.isLateAt(now) && clocks.mark(id, Mark.BREACHED, now)) {
            // done after its time, but before the timer came round to say so
            log.add(ClockEvent.of(id, now, Kind.BREACHED));
        }
        log.add(ClockEvent.of(id, now, completed ? Kind.DONE : Kind.CANCELLED));
        ladders.endSoon(id);
    }

    /** Somebody tried to change a clock past the ledger. On record even though his transaction is rolled back. */
    public void changeRefused(String id, String userId, String what) {
        log.addApart(ClockEvent.of(id, clock.instant(), Kind.CHANGE_REFUSED)
                .by(userId)
                .because(what));
    }

    /** As {@link #changeRefused}, for the timer of the step or stage at the execution. */
    public void timerChangeRefused(String executionId, String userId, String what) {
        clocks.at(executionId).forEach(open -> changeRefused(open.id(), userId, what));
    }

    /** As {@link #changeRefused}, for all timers of a root process instance. */
    public void stopRefused(String processInstanceId, String userId, String what) {
        clocks.openIn(processInstanceId).forEach(open -> changeRefused(open.id(), userId, what));
    }

    /** The step goes on in another version of the SOP; its clock goes on as it was, and so does its timer. */
    public void migrated(String id, String executionId, String stepId, String processDefinitionId, int version) {
        clocks.lock(id)
                .filter(open -> !processDefinitionId.equals(open.subject().processDefinitionId()))
                .ifPresent(open -> {
                    clocks.migrated(id, executionId, stepId, processDefinitionId, version);
                    move.again(id, ClockEvent.of(id, clock.instant(), Kind.MIGRATED));
                });
    }

    /** What a clock promises when it starts. */
    public record Promise(Instant dueAt, Instant remindAt) {}
}
