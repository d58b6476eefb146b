package id.tuntas.notify;

import id.tuntas.notify.Outbox.Look;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/**
 * The part {@code mail} of {@code /actuator/health}, only there where mail is on. DOWN when mail does not get out: a
 * letter has waited for {@link #LATEST}, one was given up within a day, or all were refused. A single refused recipient
 * is a number in the details: whoever mistyped an address does not turn the program red.
 *
 * <p>By its name it takes the place of Spring Boot's own, which signs in to the mail server at each look.
 */
class MailHealthIndicator extends AbstractHealthIndicator {

    /** A server that is started anew, or lets new senders wait, is back by then. */
    static final Duration LATEST = Duration.ofHours(3);

    private static final Duration DAY = Duration.ofDays(1);

    private final Outbox outbox;
    private final Clock clock;

    MailHealthIndicator(Outbox outbox, Clock clock) {
        super("The outbox cannot be looked at");
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Look look = outbox.look(clock.instant(), DAY);
        boolean noneTaken = look.refused() > 0 && look.sent() == 0;
        boolean runs = look.oldest().compareTo(LATEST) < 0 && look.givenUp() == 0 && !noneTaken;
        health.status(runs ? Status.UP : Status.DOWN)
                .withDetail("waiting", look.waiting())
                .withDetail("oldestSeconds", look.oldest().toSeconds())
                .withDetail("sentInADay", look.sent())
                .withDetail("refusedInADay", look.refused())
                .withDetail("givenUpInADay", look.givenUp());
    }
}
