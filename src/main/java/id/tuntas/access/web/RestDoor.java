package id.tuntas.access.web;

import id.tuntas.engine.Identities;
import java.util.function.Supplier;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * The engine's REST interface: who gets through which of its doors ({@link RestRoutes}). Writing single variables, handing
 * a step to somebody, correlating messages and the like are on nobody's list, whatever the engine's own permissions would
 * say.
 */
@Component
class RestDoor {

    private final RestRoutes routes;

    RestDoor(RestRoutes routes) {
        this.routes = routes;
    }

    AuthorizationDecision decide(Supplier<Authentication> who, RequestAuthorizationContext context) {
        return new AuthorizationDecision(isOpen(who.get(), context));
    }

    private boolean isOpen(Authentication who, RequestAuthorizationContext context) {
        if (who == null || who instanceof AnonymousAuthenticationToken || !who.isAuthenticated()) {
            return false;
        }
        return isAdministrator(who)
                ? routes.areOpenToAdministrators(context.getRequest())
                : routes.areOpenToStaff(context.getRequest());
    }

    private static boolean isAdministrator(Authentication who) {
        return who.getAuthorities().stream().anyMatch(group -> Identities.ADMINISTRATORS.equals(group.getAuthority()));
    }
}
