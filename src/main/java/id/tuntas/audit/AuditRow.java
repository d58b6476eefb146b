package id.tuntas.audit;

import java.time.Instant;

/**
 * A row of {@code audit_entry}. Lists are separated by commas.
 *
 * @param id 0 before it is written
 * @param at UTC, in whole microseconds
 * @param districtId of the case, else of the actor; null if neither has one
 */
record AuditRow(
        long id,
        Instant at,
        String actor,
        String groups,
        String districts,
        String address,
        String kind,
        String districtId,
        String caseNumber,
        String processInstanceId,
        String stepId,
        String fields,
        String reason,
        String node) {}
