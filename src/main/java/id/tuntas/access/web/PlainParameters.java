package id.tuntas.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Parameters that every reader of the request sees alike. Tomcat drops what comes after its limit and what it cannot
 * decode, but Camunda's REST reads the address itself: a guard that asks Tomcat would not see what Camunda gets.
 */
final class PlainParameters extends OncePerRequestFilter {

    /** Far above what Tasklist and our pages send, far below Tomcat's own 10,000. */
    private static final int MAX = 200;

    private final Refusals refusals;

    PlainParameters(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (parts(request.getQueryString()) > MAX || !isReadable(request.getQueryString())) {
            refusals.malformed(request, response, "refused.parameters");
            return;
        }
        Optional<String> unstorable = request.getParameterMap().entrySet().stream()
                .filter(parameter -> !StorableText.is(parameter.getKey())
                        || !Arrays.stream(parameter.getValue()).allMatch(StorableText::is))
                .map(Map.Entry::getKey)
                .findFirst();
        if (unstorable.isPresent()) {
            refusals.malformed(request, response, "refused.characters", StorableText.shown(unstorable.get()));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static long parts(String query) {
        return query == null ? 0 : query.chars().filter(c -> c == '&').count() + 1;
    }

    /** Each percent sign is followed by two hexadecimal digits. */
    private static boolean isReadable(String query) {
        return query == null || !query.replaceAll("%[0-9A-Fa-f]{2}", "").contains("%");
    }
}
