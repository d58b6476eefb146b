package id.tuntas.access;

import id.tuntas.access.SecondFactors.Need;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * A password in each request of a REST client. Who must have a second factor, or has turned one on, does not come in here:
 * a password alone would go round it. A password that was right a few minutes ago is not throttled, so that strangers who
 * guess cannot cut off a service at work.
 */
@Component
class RestSignIn implements AuthenticationProvider {

    private final PasswordSignIn passwords;
    private final Credentials credentials;
    private final SecondFactors secondFactors;

    RestSignIn(PasswordSignIn passwords, Credentials credentials, SecondFactors secondFactors) {
        this.passwords = passwords;
        this.credentials = credentials;
        this.secondFactors = secondFactors;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String userId = PasswordSignIn.userIdOf(attempt);
        Authentication who = credentials.wasRight(userId, String.valueOf(attempt.getCredentials()))
                ? passwords.signedIn(userId, attempt)
                : passwords.authenticate(attempt);
        var groups = who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
        if (secondFactors.neededBy(userId, groups) != Need.NOTHING) {
            passwords.refused(userId, attempt, "second-factor-missing");
            throw new SecondFactorMissingException();
        }
        return who;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
