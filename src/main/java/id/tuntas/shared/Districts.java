package id.tuntas.shared;

import java.util.List;

/** Which districts and agencies there are; implemented by the register of districts. */
public interface Districts {

    /** By id. */
    List<District> districts();

    /** Agencies of the district by id; empty for an unknown district. */
    List<Agency> agencies(String districtId);

    /**
     * An agency of a district.
     *
     * @param id unique within the district
     * @param name as people write it
     */
    record Agency(String id, String name) {}
}
