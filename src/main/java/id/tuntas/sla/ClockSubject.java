package id.tuntas.sla;

/**
 * What a clock belongs to. Nothing in it is about a person.
 *
 * @param caseNumber null in a process that has no case
 * @param processInstanceId the outermost process instance, so that a referral's steps belong to its case
 * @param executionId execution that owns the clock's timer
 * @param sopVersion version of the process definition
 * @param stageId null if the step stands in no stage
 * @param service null if the step states none
 * @param agencyId null if no agreement covers the service
 * @param districtId null in a process that has no district
 * @param ownerGroup group the step is offered to; null for a stage
 */
public record ClockSubject(
        Kind kind,
        String caseNumber,
        String processInstanceId,
        String executionId,
        String processDefinitionId,
        String processKey,
        int sopVersion,
        String stepId,
        String stageId,
        String service,
        String agencyId,
        String districtId,
        String ownerGroup) {

    /** What a clock runs for. */
    public enum Kind {
        /** A user task. */
        LANGKAH,
        /** One of the stages of the procedure. */
        TAHAP
    }
}
