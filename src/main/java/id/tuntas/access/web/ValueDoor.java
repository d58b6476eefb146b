package id.tuntas.access.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tuntas.access.NeedToKnow;
import id.tuntas.access.NeedToKnow.Sight;
import id.tuntas.access.ValuesSeen;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Every answer of the engine passes here: a value leaves only if its reader has to know it ({@link NeedToKnow}), and not
 * before the look is on record.
 */
final class ValueDoor extends OncePerRequestFilter {

    /** What a form looks like says nothing about a person; its components look like variables. */
    private static final RequestMatcher FORM_TEXT = Paths.any("/**/deployed-form", "/**/deployed-start-form");

    private final ObjectProvider<NeedToKnow> rights;
    private final ApplicationEventPublisher events;
    private final ObjectMapper json;

    ValueDoor(ObjectProvider<NeedToKnow> rights, ApplicationEventPublisher events, ObjectMapper json) {
        this.rights = rights;
        this.events = events;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return FORM_TEXT.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (isJson(answer) && answer.getContentSize() > 0) {
            JsonNode body = json.readTree(answer.getContentAsByteArray());
            if (redact(request, body)) {
                answer.resetBuffer();
                json.writeValue(answer.getOutputStream(), body);
            }
        }
        answer.copyBodyToResponse();
    }

    /** Whether anything had to go. */
    private boolean redact(HttpServletRequest request, JsonNode body) {
        NeedToKnow needToKnow = rights.getObject();
        String user = request.getRemoteUser();
        String step = StepDoor.stepIn(request);
        Sight sight = user == null || step == null ? Sight.NONE : needToKnow.sightOf(user, step);
        var redaction =
                new Redaction(name -> needToKnow.isClear(name) || sight.names().contains(name));
        redaction.apply(body);
        List<String> seen = redaction.shown().stream()
                .filter(name -> !needToKnow.isClear(name))
                .toList();
        if (!seen.isEmpty()) {
            events.publishEvent(new ValuesSeen(user, sight.step().orElseThrow(), seen, sight.reason()));
        }
        return redaction.changed();
    }

    private static boolean isJson(HttpServletResponse answer) {
        if (answer.getContentType() == null) {
            return false;
        }
        MediaType type = MediaType.parseMediaType(answer.getContentType());
        return type.getSubtype().equals("json") || type.getSubtype().endsWith("+json");
    }
}
