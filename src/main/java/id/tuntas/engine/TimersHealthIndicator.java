package id.tuntas.engine;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * The part {@code timers} of {@code /actuator/health}: DOWN while a due timer has waited for longer than
 * {@code tuntas.watchdog.latest-firing}, and while any job has no retries left.
 *
 * <p>A failed job is DOWN and not a status of its own: each job of a procedure is a deadline or the way on from a step, so
 * a failed one means a case that stands still until a person acts, and whoever watches from outside reads one word and the
 * HTTP status (another status would go out as 200). DOWN takes no node out of service: readiness and liveness are groups of
 * their own, without this indicator, since the timers are the same seen from every node.
 */
@Component
class TimersHealthIndicator extends AbstractHealthIndicator {

    private final Watchdog watchdog;
    private final Duration latestFiring;

    TimersHealthIndicator(Watchdog watchdog, @Value("${tuntas.watchdog.latest-firing:60s}") Duration latestFiring) {
        super("The timers cannot be looked at");
        this.watchdog = watchdog;
        this.latestFiring = latestFiring;
    }

    /** Details name no case and no person: only administrators see them, but they end in the files of a monitor. */
    @Override
    protected void doHealthCheck(Health.Builder health) {
        Watchdog.Look look = watchdog.look();
        boolean runs = look.overdue().compareTo(latestFiring) <= 0 && look.failed() == 0;
        health.status(runs ? Status.UP : Status.DOWN)
                .withDetail("overdueSeconds", look.overdue().toSeconds())
                .withDetail("latestFiringSeconds", latestFiring.toSeconds())
                .withDetail("failedJobs", look.failed())
                .withDetail("suspendedJobs", look.suspended());
        if (look.oldestDue() != null) {
            health.withDetail("oldestDue", look.oldestDue().toString());
        }
    }
}
