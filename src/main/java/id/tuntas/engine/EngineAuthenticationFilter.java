package id.tuntas.engine;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes the engine check rights on our own pages and {@code /api}. Without an authentication the engine checks nothing
 * at all, so a page that asked it directly would show every district.
 */
final class EngineAuthenticationFilter extends OncePerRequestFilter {

    private static final String[] NOT_OURS = {"/camunda/", "/engine-rest/", "/app/"};

    private final ObjectProvider<IdentityService> engine;
    private final ObjectProvider<Identities> identities;

    EngineAuthenticationFilter(ObjectProvider<IdentityService> engine, ObjectProvider<Identities> identities) {
        this.engine = engine;
        this.identities = identities;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return Stream.of(NOT_OURS).anyMatch(path::startsWith);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> user = SignedIn.userId();
        if (user.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var groups = identities.getObject().groupsOf(user.get());
        var districts = identities.getObject().districtsOf(user.get());
        engine.getObject().setAuthentication(user.get(), groups, districts);
        try {
            chain.doFilter(request, response);
        } finally {
            engine.getObject().clearAuthentication();
        }
    }
}
