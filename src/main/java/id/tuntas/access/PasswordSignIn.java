package id.tuntas.access;

import id.tuntas.engine.Identities;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * User name and password of the sign-in form. A person's authorities are his group ids. A right password is not the end:
 * what else is needed, the web part asks {@link SecondFactors}.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Credentials credentials;
    private final Throttle throttle;
    private final Identities identities;
    private final ApplicationEventPublisher events;

    PasswordSignIn(
            Credentials credentials,
            Throttle passwordThrottle,
            Identities identities,
            ApplicationEventPublisher events) {
        this.credentials = credentials;
        this.throttle = passwordThrottle;
        this.identities = identities;
        this.events = events;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String userId = userIdOf(attempt);
        String password = String.valueOf(attempt.getCredentials());
        boolean right;
        try {
            right = throttle.guard(
                    userId, addressOf(attempt), deviceOf(attempt), () -> credentials.isRight(userId, password));
        } catch (TooManyAttemptsException e) {
            refused(userId, attempt, "throttled");
            throw e;
        }
        if (!right) {
            refused(userId, attempt, "password");
            throw new BadCredentialsException("user or password");
        }
        return signedIn(userId, attempt);
    }

    Authentication signedIn(String userId, Authentication attempt) {
        List<? extends GrantedAuthority> groups = identities.groupsOf(userId).stream()
                .map(SimpleGrantedAuthority::new)
                .toList();
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(userId, null, groups);
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    /** Asked for known and unknown users alike; what somebody typed is passed on only if it is the id of somebody. */
    void refused(String userId, Authentication attempt, String why) {
        String known = identities.exists(userId) ? userId : null;
        events.publishEvent(new AccessEvent.SignInRefused(known, addressOf(attempt), why));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Phones capitalise the first letter; ids are lower case. */
    static String userIdOf(Authentication attempt) {
        return attempt.getName().strip().toLowerCase(Locale.ROOT);
    }

    static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }

    private static String deviceOf(Authentication attempt) {
        return attempt.getDetails() instanceof SignInDetails details ? details.device() : null;
    }
}
