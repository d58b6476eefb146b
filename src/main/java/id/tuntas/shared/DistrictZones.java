package id.tuntas.shared;

import java.time.ZoneId;

/** Where the days of a district begin; implemented by the register of districts. */
@FunctionalInterface
public interface DistrictZones {

    /** @throws IllegalArgumentException if there is no such district (null included) */
    ZoneId zoneOf(String districtId);
}
