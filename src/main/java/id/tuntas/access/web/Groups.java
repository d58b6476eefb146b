package id.tuntas.access.web;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;

/** Ids of the groups somebody was in when he signed in. */
public final class Groups {

    private Groups() {}

    public static List<String> of(Authentication who) {
        return who.getAuthorities().stream().map(GrantedAuthority::getAuthority).toList();
    }
}
