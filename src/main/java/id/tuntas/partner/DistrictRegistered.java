package id.tuntas.partner;

import id.tuntas.shared.District;

/**
 * A district is in the register. Published at every start for every district, inside the import's transaction, before
 * any case can be opened; listeners must be synchronous and idempotent.
 */
public record DistrictRegistered(District district) {}
