package id.tuntas.audit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Seals every few seconds; {@code tuntas.audit.sealing=false} is for tests that seal by hand. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "tuntas.audit.sealing", matchIfMissing = true)
class SealSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(SealSchedule.class);

    private final Sealer sealer;

    SealSchedule(Sealer sealer) {
        this.sealer = sealer;
    }

    /** What fails is tried again the next time; what waits for too long the health of the program tells. */
    @Scheduled(fixedDelayString = "${tuntas.audit.seal:5s}", initialDelayString = "${tuntas.audit.seal:5s}")
    void seal() {
        try {
            sealer.run();
        } catch (RuntimeException e) {
            LOG.warn("The audit could not be sealed", e);
        }
    }
}
