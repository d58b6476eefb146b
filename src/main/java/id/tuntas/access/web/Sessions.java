package id.tuntas.access.web;

import id.tuntas.access.AccessSettings;
import id.tuntas.access.Accounts;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/** When a session of somebody signed in is over: idle, too old, ended from elsewhere, or opened with other roles. */
@Component
class Sessions {

    private static final String BEGUN = "tuntas.begun";
    private static final String SEEN = "tuntas.seen";
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final AccessSettings settings;
    private final Clock clock;

    Sessions(Accounts accounts, AccessSettings settings, Clock clock) {
        this.accounts = accounts;
        this.settings = settings;
        this.clock = clock;
    }

    void begin(HttpSession session, String userId) {
        session.setAttribute(
                BEGUN, new Begun(clock.instant(), accounts.read(userId).epoch()));
        touch(session);
    }

    /** Keeps this one session alive when all others of the person were ended. */
    void keep(HttpSession session, String userId) {
        if (session.getAttribute(BEGUN) instanceof Begun begun) {
            session.setAttribute(
                    BEGUN, new Begun(begun.at, accounts.read(userId).epoch()));
        }
    }

    void touch(HttpSession session) {
        session.setAttribute(SEEN, clock.instant());
    }

    /** Whether somebody signed in in it just now, and so is still the one at the keyboard. */
    boolean isFresh(HttpSession session) {
        return session.getAttribute(BEGUN) instanceof Begun begun
                && begun.at.plus(FRESH).isAfter(clock.instant());
    }

    boolean isOver(HttpSession session, Authentication who) {
        Instant now = clock.instant();
        if (!(session.getAttribute(BEGUN) instanceof Begun begun)
                || !(session.getAttribute(SEEN) instanceof Instant seen)
                || begun.at.plus(settings.absoluteTimeout()).isBefore(now)
                || seen.plus(settings.idleTimeout()).isBefore(now)) {
            return true;
        }
        Accounts.State state = accounts.stateOf(who.getName());
        // the epoch read at the beginning may be newer than the one kept
        return !state.enabled()
                || state.epoch() > begun.epoch
                || !state.groups().equals(groupsOf(who));
    }

    private static Object groupsOf(Authentication who) {
        return who.getAuthorities().stream().map(GrantedAuthority::getAuthority).collect(Collectors.toSet());
    }

    private record Begun(Instant at, long epoch) implements Serializable {}
}
