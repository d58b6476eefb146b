package id.tuntas.casefile;

import id.tuntas.shared.CaseNumber;
import java.time.Instant;

/**
 * What the file of a case says about it. No word about a person.
 *
 * @param processInstanceId root process instance of the case
 * @param closedAt null while it is open
 * @param closingReason option of {@code alasanPenutupan}; null if nobody gave one
 * @param legalBreachAt when a limit set by law was first broken; null if none was
 */
public record CaseRecord(
        CaseNumber number,
        String districtId,
        String processInstanceId,
        Instant openedAt,
        Instant closedAt,
        String closingReason,
        Instant legalBreachAt) {}
