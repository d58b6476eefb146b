package id.tuntas.sla;

import id.tuntas.shared.Risk;
import java.time.Instant;

/**
 * A clock as the table keeps it. Instants that have not come are null.
 *
 * @param id id of the engine's task, or of the stage's activity instance
 * @param risk null while it is not known
 * @param budget as the author wrote it
 * @param statutory whether a law fixes the budget, so that nobody may stop or stretch the clock
 * @param rung rung of the ladder that was told last; 0 = none
 */
record StepClock(
        String id,
        ClockSubject subject,
        Risk risk,
        boolean trafficking,
        boolean statutory,
        String budget,
        Timing timing,
        Instant startedAt,
        Instant dueAt,
        Instant breachedAt,
        int rung,
        Instant doneAt) {

    boolean isLateAt(Instant now) {
        return breachedAt != null || !now.isBefore(dueAt);
    }

    StepClock with(Timing other) {
        return with(risk, trafficking, statutory, budget, other);
    }

    StepClock with(Risk newRisk, boolean isTrafficking, boolean isStatutory, String newBudget, Timing other) {
        return new StepClock(
                id,
                subject,
                newRisk,
                isTrafficking,
                isStatutory,
                newBudget,
                other,
                startedAt,
                dueAt,
                breachedAt,
                rung,
                doneAt);
    }

    StepClock dueAt(Instant due) {
        return new StepClock(
                id, subject, risk, trafficking, statutory, budget, timing, startedAt, due, breachedAt, rung, doneAt);
    }
}
