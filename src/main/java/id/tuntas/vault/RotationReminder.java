package id.tuntas.vault;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Says once a day in the log that the master key has to be changed, for offices that watch nothing else. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RotationReminder {

    private static final Logger LOG = LoggerFactory.getLogger(RotationReminder.class);

    private final OldBackups backups;

    RotationReminder(OldBackups backups) {
        this.backups = backups;
    }

    @Scheduled(fixedDelay = 24 * 60, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void remind() {
        try {
            OldBackups.Look look = backups.look();
            if (look.oldest().compareTo(VaultHealthIndicator.LATEST) > 0) {
                LOG.warn(
                        "{} erased cases can still be read from old backups, the oldest for {} days: change the master key {}"
                                + " and destroy it (docs/how-to/key-ceremony-and-rotation.md)",
                        look.erasures(),
                        look.oldest().toDays(),
                        look.masterKeys());
            }
        } catch (RuntimeException e) {
            LOG.warn("The certificates of erasures could not be looked at", e);
        }
    }
}
