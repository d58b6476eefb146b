package id.tuntas.notify;

import id.tuntas.shared.Risk;
import java.time.Instant;

/**
 * A step that waits for somebody, as a summary counts it.
 *
 * @param ownerGroup group it is offered to
 * @param holder user id of who took it; null = nobody yet
 * @param risk null = not known yet
 */
record OpenStep(String ownerGroup, String holder, Instant dueAt, Risk risk) {

    /** Due now is late. */
    boolean isDueBy(Instant moment) {
        return !dueAt.isAfter(moment);
    }

    boolean isDanger() {
        return risk == Risk.DARURAT || risk == Risk.TINGGI;
    }
}
