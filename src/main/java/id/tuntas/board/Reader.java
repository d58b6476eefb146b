package id.tuntas.board;

import id.tuntas.shared.District;
import java.util.List;

/**
 * Who reads the board. What he may see follows from it and from nothing in the address.
 *
 * @param groups ids of his groups
 * @param districts his own ones, by id; empty if he works in none, and then he sees nothing
 */
public record Reader(String userId, List<String> groups, List<District> districts) {

    public Reader {
        groups = List.copyOf(groups);
        districts = List.copyOf(districts);
    }
}
