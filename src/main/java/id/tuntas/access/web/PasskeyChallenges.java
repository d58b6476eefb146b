package id.tuntas.access.web;

import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a browser was asked and has not answered yet. Each question takes one answer, within a few minutes. */
@Component
class PasskeyChallenges {

    /** As long as the browser waits; nobody else looks at the clock. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Clock clock;

    PasskeyChallenges(Clock clock) {
        this.clock = clock;
    }

    void put(HttpSession session, String name, Object options) {
        session.setAttribute(name, new Asked(options, clock.instant()));
    }

    /** Whether it is there and not too old; it stays. */
    boolean holds(HttpSession session, String name) {
        return session.getAttribute(name) instanceof Asked question && isInTime(question);
    }

    <T> Optional<T> take(HttpSession session, String name, Class<T> type) {
        Object asked = session.getAttribute(name);
        session.removeAttribute(name);
        return asked instanceof Asked question && isInTime(question)
                ? Optional.of(type.cast(question.options))
                : Optional.empty();
    }

    private boolean isInTime(Asked question) {
        return question.at.plus(PATIENCE).isAfter(clock.instant());
    }

    private record Asked(Object options, Instant at) {}
}
