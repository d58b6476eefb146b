package id.tuntas.partner;

import id.tuntas.shared.ServiceKey;
import java.time.Instant;

/** A service that a case needed in a district although no agreement covered it, and how often that happened. */
public record MouGap(String districtId, ServiceKey service, Instant firstSeen, Instant lastSeen, long count) {}
