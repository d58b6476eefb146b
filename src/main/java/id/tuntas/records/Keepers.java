package id.tuntas.records;

import id.tuntas.access.Roles;
import id.tuntas.engine.Identities;
import id.tuntas.shared.District;
import id.tuntas.shared.Districts;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells keepers of records from others, each time anew: somebody may have been moved since he signed in. */
@Component
public class Keepers {

    private final Identities identities;
    private final Districts districts;

    Keepers(Identities identities, Districts districts) {
        this.identities = identities;
        this.districts = districts;
    }

    /** Whether somebody in these groups has anything to do here. */
    public static boolean read(Collection<String> groups) {
        return Roles.whoReadRecords().stream().anyMatch(groups::contains);
    }

    public Keeper of(String userId, Collection<String> groups) {
        boolean keeps = Roles.whoKeepRecords().stream().anyMatch(groups::contains);
        List<String> own = identities.districtsOf(userId);
        boolean auditorOfAll = own.isEmpty() && groups.contains(Roles.AUDITORS);
        List<District> his = districts.districts().stream()
                .filter(district -> auditorOfAll || own.contains(district.id()))
                .toList();
        return new Keeper(userId, his, keeps, Roles.whoErase().stream().anyMatch(groups::contains));
    }
}
