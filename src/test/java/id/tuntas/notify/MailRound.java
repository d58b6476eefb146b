package id.tuntas.notify;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationContext;

/** What {@link MailSchedule} does every minute, done when a test says so. */
public final class MailRound {

    private final Digests digests;
    private final Postman postman;
    private final Outbox outbox;
    private final Clock clock;

    public MailRound(ApplicationContext program) {
        digests = program.getBean(Digests.class);
        postman = program.getBean(Postman.class);
        outbox = program.getBean(Outbox.class);
        clock = program.getBean(Clock.class);
    }

    public void run() {
        digests.run();
        postman.run();
    }

    /** Sends words of one's own to somebody, by the way of all letters. */
    public void send(String userId, String districtId, String subject, String body) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        outbox.write(new Letter(userId, LetterKind.REMINDER, districtId, today, subject, body), clock.instant());
        postman.run();
    }
}
