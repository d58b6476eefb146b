package id.tuntas.access.web;

import jakarta.servlet.DispatcherType;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Path matchers that do not care which servlet answers: Camunda brings several beside Spring's. */
final class Paths {

    private static final PathPatternRequestMatcher.Builder BUILDER = PathPatternRequestMatcher.withDefaults();

    private Paths() {}

    static RequestMatcher any(String... patterns) {
        return or(Stream.of(patterns).map(BUILDER::matcher));
    }

    static RequestMatcher get(String... patterns) {
        return of(HttpMethod.GET, patterns);
    }

    static RequestMatcher post(String... patterns) {
        return of(HttpMethod.POST, patterns);
    }

    static RequestMatcher of(HttpMethod method, String... patterns) {
        return or(Stream.of(patterns).map(pattern -> BUILDER.matcher(method, pattern)));
    }

    /** The server forwards to a template or to the error page only after the request itself was let in or refused. */
    static RequestMatcher internalDispatch() {
        return request -> request.getDispatcherType() == DispatcherType.FORWARD
                || request.getDispatcherType() == DispatcherType.ERROR;
    }

    private static RequestMatcher or(Stream<? extends RequestMatcher> matchers) {
        return new OrRequestMatcher(matchers.map(RequestMatcher.class::cast).toList());
    }
}
