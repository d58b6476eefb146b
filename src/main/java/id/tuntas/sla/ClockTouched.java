package id.tuntas.sla;

/**
 * Somebody has moved a clock, asked to, or tried to. Published in the transaction of the ledger's row; listeners must be
 * synchronous.
 *
 * @param what kind of the ledger's row
 * @param caseNumber null in a process that has no case
 * @param processInstanceId of the case; null like {@code stepId} if the clock has no row
 * @param reason code from the list, or what was tried; may be null
 */
public record ClockTouched(String what, String caseNumber, String processInstanceId, String stepId, String reason) {}
