package id.tuntas.sla;

import java.time.Instant;
import java.util.function.Consumer;

/** What the engine's history says about steps and stages; implemented by the engine. */
public interface StepHistory {

    /** Hands over every step and every stage with a budget that was ever opened, in the order they were. */
    void each(Consumer<Opened> reader);

    /**
     * A step or stage, as the history has it.
     *
     * @param id id of the task or of the stage's activity instance
     * @param stepId id in the model
     * @param endedAt null while it is open
     * @param completed whether it was done; false if it was cancelled or is open
     * @param dueAt null for a stage, of which the history does not know it
     * @param assignee user id of who has it, or had it when it ended; null if nobody, and for a stage
     */
    record Opened(
            String id,
            ClockSubject.Kind kind,
            String processInstanceId,
            String processDefinitionId,
            String stepId,
            Instant endedAt,
            boolean completed,
            Instant dueAt,
            String assignee) {}
}
