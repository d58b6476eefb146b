package id.tuntas.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a path with steps such as {@code ..} in it, encoded or not, before anybody reads it. Tomcat walks them, the
 * libraries behind it do not all, and where a walk leads from one servlet into another they fail.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StraightPaths extends OncePerRequestFilter {

    private static final Pattern STEP = Pattern.compile("(?i)(^|/|\\\\|%2f|%5c)(\\.|%2e){1,2}(/|\\\\|%2f|%5c|;|$)");

    private final RejectedRequests rejected;

    StraightPaths(RejectedRequests rejected) {
        this.rejected = rejected;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (STEP.matcher(request.getRequestURI()).find()) {
            rejected.handle(request, response, new RequestRejectedException("steps in the path"));
        } else {
            chain.doFilter(request, response);
        }
    }
}
