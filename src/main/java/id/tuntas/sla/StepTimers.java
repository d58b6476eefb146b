package id.tuntas.sla;

import java.time.Duration;
import java.time.Instant;

/** Moves what the engine keeps of a clock; implemented by the engine, in the caller's transaction. */
public interface StepTimers {

    /**
     * Moves the due date and the reminder (follow-up date) of the step's task, and its boundary timer if that has not
     * fired yet. A stage has a timer only.
     *
     * @param clockId id of the task or of the stage's activity instance
     * @param executionId execution that owns the timer
     */
    void move(String clockId, String executionId, Instant dueAt, Instant remindAt);

    /** Offers the step to one more group, so that it finds it in its list. */
    void offer(String taskId, String group);

    /**
     * Tells the next rung of a ladder at a moment, if it would be told later, and lets no rung after it wait longer than
     * {@code atMost}, if the ladder would. One that has ended or tells nobody any more is left alone.
     */
    void hurryLadder(String ladderInstanceId, Instant at, Duration atMost);

    /** Ends a ladder because its step is done; one that has ended is left alone. */
    void endLadder(String ladderInstanceId);
}
