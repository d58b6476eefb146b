package id.tuntas.sla;

/** Who there is to be told; implemented by the engine. */
public interface Staff {

    /** Whether anybody of the group works in the district. */
    boolean anyoneIn(String group, String districtId);
}
