package id.tuntas.access;

import id.tuntas.engine.Identities;
import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Sign-in by user name and password, for the form and for REST clients. A person's authorities are his group ids. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Credentials credentials;
    private final Throttle throttle;
    private final Identities identities;

    PasswordSignIn(Credentials credentials, Throttle throttle, Identities identities) {
        this.credentials = credentials;
        this.throttle = throttle;
        this.identities = identities;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        // phones capitalise the first letter; ids are lower case
        String userId = attempt.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(attempt.getCredentials());
        if (!throttle.guard(userId, addressOf(attempt), () -> credentials.isRight(userId, password))) {
            throw new BadCredentialsException("user or password");
        }
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(userId, null, authorities(userId));
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private List<? extends GrantedAuthority> authorities(String userId) {
        return identities.groupsOf(userId).stream()
                .map(SimpleGrantedAuthority::new)
                .toList();
    }

    private static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
    }
}
