package id.tuntas.sla;

import java.time.Instant;

/**
 * A limit set by law is broken and everybody on the ladder has been told. Published in the engine's transaction; listeners
 * must be synchronous.
 *
 * @param processInstanceId of the case
 */
public record LegalDeadlineBroken(String processInstanceId, String stepId, Instant at) {}
