package id.tuntas.vault;

import java.time.Duration;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * The part {@code vault} of {@code /actuator/health}: WARNING once a case was erased for longer than a quarter ago and its
 * old backups can still be opened, because the master key was not changed since (ADR 0026).
 *
 * <p>Never DOWN: nothing is broken, somebody has forgotten a duty. A status of its own leaves the whole at UP.
 */
@Component
class VaultHealthIndicator extends AbstractHealthIndicator {

    static final Status WARNING = new Status("WARNING", "The master key has to be changed: old backups still open");

    /** A quarter, as the rhythm of ADR 0026 is. */
    static final Duration LATEST = Duration.ofDays(90);

    private final OldBackups backups;

    VaultHealthIndicator(OldBackups backups) {
        super("The certificates of erasures cannot be looked at");
        this.backups = backups;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        OldBackups.Look look = backups.look();
        health.status(look.oldest().compareTo(LATEST) <= 0 ? Status.UP : WARNING)
                .withDetail("erasuresWaitingForRotation", look.erasures())
                .withDetail("oldestDays", look.oldest().toDays())
                .withDetail("latestDays", LATEST.toDays())
                .withDetail("masterKeysToDestroy", look.masterKeys());
    }
}
