package id.tuntas.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that is over, before anything is let in with it. What the web apps ask for by themselves, every minute
 * and with nobody there, does not count as somebody being there.
 */
final class SessionGuard extends OncePerRequestFilter {

    /** Set on a request whose session was just ended. */
    static final String ENDED = SessionGuard.class.getName() + ".ended";

    private static final RequestMatcher BY_ITSELF =
            Paths.any("/camunda/api/engine/engine/*/filter/**", "/camunda/api/cockpit/plugin/**", "/pantau/terkini");

    private final Sessions sessions;

    SessionGuard(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (session != null && who != null) {
            if (sessions.isOver(session, who)) {
                session.invalidate();
                SecurityContextHolder.clearContext();
                request.setAttribute(ENDED, true);
            } else if (!BY_ITSELF.matches(request)) {
                sessions.touch(session);
            }
        }
        chain.doFilter(request, response);
    }
}
