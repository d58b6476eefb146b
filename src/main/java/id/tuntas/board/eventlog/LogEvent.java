package id.tuntas.board.eventlog;

import java.time.Instant;

/**
 * One event, under pseudonyms and shifted already: what is in here may leave.
 *
 * @param caseName pseudonym
 * @param clock what it happened to; null if to the case itself
 * @param person pseudonym of who did it; null if the clock did, or nobody knows
 * @param toPerson pseudonym of who was given the step; null otherwise
 * @param toGroup group that was told; null otherwise
 */
record LogEvent(
        String id,
        String caseName,
        Instant at,
        What what,
        Clock clock,
        String person,
        String toPerson,
        String toGroup) {

    /**
     * A step, or a stage of the case.
     *
     * @param name pseudonym
     * @param stepId of the SOP; id of the stage if it is one
     * @param stageId null if the step stands in no stage
     * @param agencyId null if no agreement covers the service
     * @param group it was offered to; null for a stage
     * @param risk code; null while it is not known
     * @param referral pseudonym of the referral it is the question of; null if it is none
     */
    record Clock(
            String name,
            boolean stage,
            String stepId,
            String stageId,
            String agencyId,
            String group,
            String risk,
            boolean statutory,
            String referral) {}
}
