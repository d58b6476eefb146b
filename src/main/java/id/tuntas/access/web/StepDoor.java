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

/**
 * A step that is done, belongs to another district or is none of one's business is simply not there: 404, where the
 * engine would answer 500 and say why.
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
        String step = stepIn(request);
        String user = request.getRemoteUser();
        if (user != null && step != null && !steps.isVisibleTo(user, step)) {
            refusals.write(request, response, HttpStatus.NOT_FOUND, "refused.step");
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Id of the step a path below {@code /task} names; null if it names none. */
    static String stepIn(HttpServletRequest request) {
        Matcher path = STEP.matcher(
                request.getRequestURI().substring(request.getContextPath().length()));
        return path.matches() ? path.group(1) : null;
    }
}
