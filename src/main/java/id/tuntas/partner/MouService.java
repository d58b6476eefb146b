package id.tuntas.partner;

import id.tuntas.shared.ServiceKey;
import java.time.LocalDate;

/**
 * One line of the agreement: in this district this agency performs this service.
 *
 * @param group candidate group that gets the steps
 * @param validFrom first day, in the district's zone
 * @param validUntil last day, itself included; null = open-ended
 */
public record MouService(
        String districtId,
        ServiceKey service,
        String agencyId,
        String group,
        LocalDate validFrom,
        LocalDate validUntil) {

    /** Whether the agreement holds on that day. */
    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validUntil == null || !day.isAfter(validUntil));
    }

    boolean overlaps(MouService other) {
        return !startsAfterEndOf(other) && !other.startsAfterEndOf(this);
    }

    private boolean startsAfterEndOf(MouService other) {
        return other.validUntil != null && validFrom.isAfter(other.validUntil);
    }
}
