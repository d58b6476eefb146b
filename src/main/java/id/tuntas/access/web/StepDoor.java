package id.tuntas.access.web;

import id.tuntas.engine.Steps;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * A step that is done, belongs to another district or is none of one's business is simply not there: 404, where the
 * engine would answer 500 and say why. Whoever loses a race for it, or for its case, hears 409.
 */
final class StepDoor extends OncePerRequestFilter {

    private static final Pattern STEP = Pattern.compile(
            "(?:/engine-rest(?:/engine/default)?|/camunda/api/engine/engine/default)/task/(?!count$)([^/]+)(?:/.*)?");

    private final Steps steps;
    private final Refusals refusals;

    StepDoor(Steps steps, Refusals refusals) {
        this.steps = steps;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher path = STEP.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        if (!path.matches() || request.getRemoteUser() == null) {
            chain.doFilter(request, response);
        } else if (!steps.isVisibleTo(request.getRemoteUser(), path.group(1))) {
            refusals.write(request, response, HttpStatus.NOT_FOUND, "refused.step");
        } else if ("GET".equals(request.getMethod())) {
            chain.doFilter(request, response);
        } else {
            write(request, response, chain, path.group(1));
        }
    }

    private void write(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String stepId)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        boolean lostARace = answer.getStatus() == HttpStatus.INTERNAL_SERVER_ERROR.value()
                && !steps.isVisibleTo(request.getRemoteUser(), stepId);
        if (lostARace) {
            answer.resetBuffer();
            refusals.write(request, response, HttpStatus.CONFLICT, "refused.race");
        } else {
            answer.copyBodyToResponse();
        }
    }
}
