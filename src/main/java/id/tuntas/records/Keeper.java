package id.tuntas.records;

import id.tuntas.shared.District;
import java.util.List;

/**
 * Who looks after the records. What he may see follows from it and from nothing in the address.
 *
 * @param districts his own ones, by id; all for an auditor who has none of his own
 * @param keeps whether he may ask for an erasure and place holds; an auditor only reads
 * @param erases whether he may erase what another one asked for
 */
public record Keeper(String userId, List<District> districts, boolean keeps, boolean erases) {

    public Keeper {
        districts = List.copyOf(districts);
    }
}
