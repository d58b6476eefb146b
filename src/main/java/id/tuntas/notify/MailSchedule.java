package id.tuntas.notify;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Looks every minute whether a summary is due or a letter waits, and first when the server has started, for what was
 * missed. On a thread of its own: a mail server may be slow, and the sweep of the clocks and the seal of the audit, which
 * share one, wait for nobody.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class MailSchedule implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MailSchedule.class);
    private static final int LAST_LETTER_SECONDS = 20;

    private final Digests digests;
    private final Postman postman;
    private final Duration pause;
    private final ThreadPoolTaskScheduler thread = new ThreadPoolTaskScheduler();

    MailSchedule(Digests digests, Postman postman, @Value("${tuntas.mail.look:60s}") Duration pause) {
        this.digests = digests;
        this.postman = postman;
        this.pause = pause;
        thread.setThreadNamePrefix("mail-");
        thread.setWaitForTasksToCompleteOnShutdown(true);
        thread.setAwaitTerminationSeconds(LAST_LETTER_SECONDS);
        thread.initialize();
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.scheduleWithFixedDelay(this::look, pause);
    }

    @Override
    public void destroy() {
        thread.destroy();
    }

    private void look() {
        try {
            digests.run();
            postman.run();
        } catch (RuntimeException e) {
            // an error of the database; the words of a mail server never come this far
            LOG.warn("Mail could not be looked after; tried again", e);
        }
    }
}
