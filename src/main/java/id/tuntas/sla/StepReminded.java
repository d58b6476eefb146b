package id.tuntas.sla;

/**
 * A manager has reminded the people of a step. Published in the transaction of the ledger's row; whoever sends something
 * to the outside waits until it is through.
 *
 * @param caseNumber null in a process that has no case
 * @param assignee user id of who has taken the step; null if nobody has, then all of the group are meant
 * @param ownerGroup group the step was offered to; may be null
 * @param by user id of the manager
 */
public record StepReminded(
        String clockId,
        String caseNumber,
        String stepId,
        String districtId,
        String assignee,
        String ownerGroup,
        String by) {}
