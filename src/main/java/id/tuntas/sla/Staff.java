package id.tuntas.sla;

import java.util.Collection;
import java.util.Set;

/** Who there is to be told; implemented by the engine. */
public interface Staff {

    /** Those of the groups of which somebody works in the district. @param districtId null = nobody does */
    Set<String> staffed(Collection<String> groups, String districtId);
}
