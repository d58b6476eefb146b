package id.tuntas.access.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tuntas.access.SecondFactorMissingException;
import id.tuntas.access.TooManyAttemptsException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Says no: as a page to people, as a problem document (RFC 9457) to programs. Never says more than is needed. */
@Component
class Refusals {

    private static final RequestMatcher PROGRAMS =
            Paths.any("/engine-rest/**", "/api/**", "/camunda/api/**", "/actuator/**");
    private static final RequestMatcher SIGN_IN = Paths.post("/login", "/masuk/**");

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    Refusals(MessageSource messages, LocaleResolver locales, ObjectMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    /** Somebody without a session: a page sends him to the sign-in, a program gets 401 and no password box. */
    void signInFirst(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (PROGRAMS.matches(request)) {
            write(request, response, HttpStatus.UNAUTHORIZED, "refused.anonymous");
        } else {
            boolean ended = request.getAttribute(SessionGuard.ENDED) != null;
            response.sendRedirect(request.getContextPath() + (ended ? "/login?habis" : "/login"));
        }
    }

    void restSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof TooManyAttemptsException tooMany) {
            retryAfter(response, tooMany);
            write(request, response, HttpStatus.TOO_MANY_REQUESTS, "refused.throttled");
        } else if (e instanceof SecondFactorMissingException) {
            write(request, response, HttpStatus.FORBIDDEN, "refused.factor");
        } else {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Tuntas\", charset=\"UTF-8\"");
            write(request, response, HttpStatus.UNAUTHORIZED, "refused.password");
        }
    }

    void formSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof TooManyAttemptsException tooMany) {
            retryAfter(response, tooMany);
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            response.sendRedirect(request.getContextPath() + "/login?salah");
        }
    }

    void oidcSignIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        response.sendRedirect(request.getContextPath() + "/login?penyedia");
    }

    void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e) throws IOException {
        if (e instanceof CsrfException && SIGN_IN.matches(request)) {
            // the sign-in page was open longer than the session lasts
            response.sendRedirect(request.getContextPath() + "/login?ulang");
        } else if (PROGRAMS.matches(request)) {
            write(request, response, HttpStatus.FORBIDDEN, "refused.denied");
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** What no page of ours and no client sends by itself; a page answers with the page of errors. */
    void malformed(HttpServletRequest request, HttpServletResponse response, String message, Object... parts)
            throws IOException {
        if (PROGRAMS.matches(request)) {
            write(request, response, HttpStatus.BAD_REQUEST, message, parts);
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }

    /** @param parts what the message has places for, such as the name of a field */
    void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String message,
            Object... parts)
            throws IOException {
        Locale locale = locales.resolveLocale(request);
        var problem = ProblemDetail.forStatusAndDetail(status, messages.getMessage(message, parts, locale));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }

    static void retryAfter(HttpServletResponse response, TooManyAttemptsException e) {
        response.setHeader(
                HttpHeaders.RETRY_AFTER, String.valueOf(e.retryAfter().toSeconds()));
    }
}
