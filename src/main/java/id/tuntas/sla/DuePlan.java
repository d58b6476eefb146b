package id.tuntas.sla;

import java.time.Instant;
import java.util.List;

/**
 * What a clock promises from the moment it starts.
 *
 * @param takenBy until when somebody should have taken the step; null if the step does not say
 * @param remindAt when its owner is reminded
 * @param dueAt when it is late
 * @param provisional whether the dates rest on a year whose holidays are not settled yet
 * @param rungs who is told when it is late, first to last; the first at the due date
 */
public record DuePlan(Instant takenBy, Instant remindAt, Instant dueAt, boolean provisional, List<Rung> rungs) {

    public DuePlan {
        rungs = List.copyOf(rungs);
    }

    /** A group and when it is told, if the step is still open then. */
    public record Rung(String group, Instant at) {}
}
