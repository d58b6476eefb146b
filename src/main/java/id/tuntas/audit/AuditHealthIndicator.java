package id.tuntas.audit;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * The part {@code audit} of {@code /actuator/health}: DOWN while a row has waited for its seal for longer than
 * {@code tuntas.audit.latest-seal}, because until then it could be changed without a trace.
 */
@Component
class AuditHealthIndicator extends AbstractHealthIndicator {

    private final SealWatch watch;
    private final Duration latest;

    AuditHealthIndicator(SealWatch watch, @Value("${tuntas.audit.latest-seal:60s}") Duration latest) {
        super("The audit cannot be looked at");
        this.watch = watch;
        this.latest = latest;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        SealWatch.Look look = watch.look();
        health.status(look.oldest().compareTo(latest) <= 0 ? Status.UP : Status.DOWN)
                .withDetail("unsealed", look.waiting())
                .withDetail("oldestSeconds", look.oldest().toSeconds())
                .withDetail("latestSealSeconds", latest.toSeconds());
    }
}
