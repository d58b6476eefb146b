package id.tuntas.access.web;

import id.tuntas.access.SecretBox;
import id.tuntas.access.SignInDetails;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;

/**
 * A sealed cookie for each person who has signed in with this browser. It opens nothing: guesses from such a browser are
 * merely counted apart, so that strangers who guess cannot lock the owner out (OWASP, device cookies). One for each
 * person, because offices share computers.
 */
@Component
class KnownDevices {

    private static final String NAME = "perangkat-";
    private static final Duration VALIDITY = Duration.ofDays(90);

    private final SecretBox box;
    private final Clock clock;
    private final boolean secure;

    KnownDevices(SecretBox box, Clock clock, @Value("${server.servlet.session.cookie.secure}") boolean secure) {
        this.box = box;
        this.clock = clock;
        this.secure = secure;
    }

    /** For the sign-in form: who wants in, and whether his browser is known. */
    SignInDetails detailsOf(HttpServletRequest request) {
        String typed = Optional.ofNullable(request.getParameter("username")).orElse("");
        return new SignInDetails(request, find(request, typed.strip().toLowerCase(Locale.ROOT)));
    }

    /** Id of the device if this person has signed in with it before, else null. */
    String find(HttpServletRequest request, String userId) {
        Cookie[] cookies = request.getCookies();
        return Stream.of(cookies == null ? new Cookie[0] : cookies)
                .filter(cookie -> cookie.getName().equals(nameFor(userId)))
                .map(cookie -> open(userId, cookie.getValue()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    void remember(HttpServletRequest request, HttpServletResponse response, String userId) {
        String device = Optional.ofNullable(find(request, userId))
                .orElseGet(() -> UUID.randomUUID().toString());
        String sealed = box.seal(context(userId), device + " " + clock.instant().getEpochSecond());
        ResponseCookie cookie = ResponseCookie.from(nameFor(userId), sealed)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(VALIDITY)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private Optional<String> open(String userId, String sealed) {
        try {
            String[] parts = box.open(context(userId), sealed).split(" ");
            Instant since = Instant.ofEpochSecond(Long.parseLong(parts[1]));
            return since.plus(VALIDITY).isAfter(clock.instant()) ? Optional.of(parts[0]) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String context(String userId) {
        return "device " + userId;
    }

    /** Not the id itself: whoever looks over a shoulder need not learn who uses this computer. No secret either. */
    private static String nameFor(String userId) {
        return NAME
                + DigestUtils.md5DigestAsHex(userId.getBytes(StandardCharsets.UTF_8))
                        .substring(0, 12);
    }
}
