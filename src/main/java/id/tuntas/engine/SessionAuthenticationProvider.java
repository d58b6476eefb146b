package id.tuntas.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;
import org.camunda.bpm.engine.rest.security.auth.impl.ContainerBasedAuthenticationProvider;

/**
 * Tells Camunda's filters who has signed in with us. They create it by name, so it must be public. Groups and districts
 * they read themselves.
 */
public class SessionAuthenticationProvider extends ContainerBasedAuthenticationProvider {

    @Override
    public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
        return SignedIn.userId()
                .filter(id -> isKnown(id, engine))
                .map(AuthenticationResult::successful)
                .orElseGet(AuthenticationResult::unsuccessful);
    }

    /** Camunda's web filter answers 500 for a session whose user was deleted meanwhile; it should be signed out. */
    private static boolean isKnown(String userId, ProcessEngine engine) {
        return engine.getIdentityService().createUserQuery().userId(userId).count() == 1;
    }

    /** No challenge: a browser would open its own password box. Ours is {@code /login}. */
    @Override
    public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {}
}
