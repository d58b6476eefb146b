package id.tuntas.audit;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who acts in this thread: the person Spring Security has let in; else whom the engine works for; else the program itself
 * ({@code sistem}), or somebody without a name if it is an HTTP request ({@code anonim}).
 */
@Component
public class AuditActor {

    static final String SYSTEM = "sistem";
    static final String ANONYMOUS = "anonim";

    private static final ThreadLocal<String> ADDRESS = new ThreadLocal<>();
    private static final ThreadLocal<String> NAMED = new ThreadLocal<>();

    private final ActingUser engine;

    AuditActor(ActingUser engine) {
        this.engine = engine;
    }

    /** Says where the request of this thread comes from; null when it is over. */
    public static void comesFrom(String address) {
        if (address == null) {
            ADDRESS.remove();
        } else {
            ADDRESS.set(address);
        }
    }

    /** Lets an action count as that person's, before he is signed in (or no longer). Does not nest. */
    public static <T> T as(String userId, Supplier<T> action) {
        NAMED.set(userId);
        try {
            return action.get();
        } finally {
            NAMED.remove();
        }
    }

    Actor current() {
        String named = NAMED.get();
        if (named != null) {
            return of(named, List.of());
        }
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken)) {
            return of(who.getName(), groups(who));
        }
        return engine.ofEngine()
                .map(person -> of(person.userId(), person.groups()))
                .orElseGet(() -> nobody(ADDRESS.get()));
    }

    private Actor of(String userId, List<String> groups) {
        return new Actor(userId, groups, engine.districtsOf(userId), ADDRESS.get());
    }

    private static Actor nobody(String address) {
        return new Actor(address == null ? SYSTEM : ANONYMOUS, List.of(), List.of(), address);
    }

    private static List<String> groups(Authentication who) {
        return who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .sorted()
                .toList();
    }

    /** @param address of the client as Spring's forward-headers strategy sees it; null outside a request */
    record Actor(String userId, List<String> groups, List<String> districts, String address) {}
}
