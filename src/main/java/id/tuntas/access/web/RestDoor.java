package id.tuntas.access.web;

import id.tuntas.engine.Identities;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * The engine's REST interface for everybody but administrators: what Tasklist and a client that works steps need, and
 * nothing else. Writing single variables, handing a step to somebody, correlating messages and deploying are not on the
 * list, whatever the engine's own permissions would say.
 */
@Component
class RestDoor {

    private static final List<String> ROOTS =
            List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default");

    private static final List<String> READ = List.of(
            "/version",
            "/task",
            "/task/count",
            "/task/{id}",
            "/task/{id}/form",
            "/task/{id}/form-variables",
            "/task/{id}/deployed-form",
            "/task/{id}/identity-links",
            "/task/{id}/comment",
            "/process-definition",
            "/process-definition/count",
            "/filter",
            "/filter/count",
            "/filter/{id}",
            "/filter/{id}/list",
            "/filter/{id}/count",
            "/history/task",
            "/history/user-operation",
            "/user/{id}/profile",
            "/authorization/check");

    /** Below a process definition, which is addressed by id or by key. */
    private static final List<String> READ_OF_PROCESS =
            List.of("", "/startForm", "/deployed-start-form", "/form-variables", "/xml", "/diagram");

    private static final List<String> PROCESSES = List.of("/process-definition/{id}", "/process-definition/key/{key}");

    private static final List<String> SEND = List.of(
            "/task",
            "/task/count",
            "/task/{id}/claim",
            "/task/{id}/unclaim",
            "/task/{id}/submit-form",
            "/filter/{id}/list",
            "/filter/{id}/count");

    /** Tasklist asks what it may do before it shows a button. */
    private static final List<String> ASK = List.of("/filter", "/filter/{id}", "/task/{id}");

    private final RequestMatcher open = new OrRequestMatcher(openPaths());

    AuthorizationDecision decide(Supplier<Authentication> who, RequestAuthorizationContext context) {
        return new AuthorizationDecision(isOpen(who.get(), context));
    }

    private boolean isOpen(Authentication who, RequestAuthorizationContext context) {
        if (who == null || who instanceof AnonymousAuthenticationToken || !who.isAuthenticated()) {
            return false;
        }
        return isAdministrator(who) || open.matches(context.getRequest());
    }

    private static boolean isAdministrator(Authentication who) {
        return who.getAuthorities().stream().anyMatch(group -> Identities.ADMINISTRATORS.equals(group.getAuthority()));
    }

    private static List<RequestMatcher> openPaths() {
        var paths = new ArrayList<RequestMatcher>();
        paths.add(Paths.get("/engine-rest/engine", "/camunda/api/engine/engine", "/camunda/api/engine/engine/"));
        READ.forEach(path -> paths.add(below(HttpMethod.GET, path)));
        SEND.forEach(path -> paths.add(below(HttpMethod.POST, path)));
        ASK.forEach(path -> paths.add(below(HttpMethod.OPTIONS, path)));
        for (String process : PROCESSES) {
            READ_OF_PROCESS.forEach(path -> paths.add(below(HttpMethod.GET, process + path)));
            paths.add(below(HttpMethod.POST, process + "/submit-form"));
        }
        return paths;
    }

    private static RequestMatcher below(HttpMethod method, String path) {
        return Paths.of(method, ROOTS.stream().map(root -> root + path).toArray(String[]::new));
    }
}
