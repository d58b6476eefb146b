package id.tuntas.notify;

import id.tuntas.access.MailContact;
import id.tuntas.access.MailContacts;
import id.tuntas.notify.Outbox.State;
import id.tuntas.notify.Outbox.Waiting;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what lies in the outbox. One letter, one transaction, its row locked meanwhile: two nodes never send the same
 * letter, and a node that dies leaves it to the other. Should it die between the server's yes and its own commit, the
 * letter goes out again, with the same Message-ID: at least once, never lost.
 */
class Postman {

    /** How long after the first, second, ... failure the next attempt is made; then the last again and again. */
    static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2));

    /** After that the next summary is there. */
    static final Duration PATIENCE = Duration.ofDays(1);

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    private final Outbox outbox;
    private final MailContacts contacts;
    private final JavaMailSender sender;
    private final MailSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Postman(
            Outbox outbox,
            MailContacts contacts,
            JavaMailSender sender,
            MailSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.sender = sender;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Sends all that is due, or stops at the first sign that the server takes nothing from anybody. */
    void run() {
        Step step;
        do {
            step = transaction.execute(status -> next());
        } while (step == Step.GO_ON);
    }

    private Step next() {
        Instant now = clock.instant();
        Optional<Waiting> letter = outbox.take(now);
        if (letter.isEmpty()) {
            return Step.STOP;
        }
        Optional<MailContact> contact = contacts.findEnabled(letter.get().userId())
                .filter(to -> to.daily() || letter.get().kind() != LetterKind.DAILY);
        if (contact.isEmpty()) {
            outbox.end(letter.get().id(), State.DROPPED, now, null);
            return Step.GO_ON;
        }
        try {
            sender.send(message(letter.get(), contact.get().address()));
            outbox.end(letter.get().id(), State.SENT, now, null);
            return Step.GO_ON;
        } catch (MailException e) {
            return failed(letter.get(), Failure.of(e), now);
        }
    }

    /** The error's own words may hold the address, so they are not written anywhere. */
    private Step failed(Waiting letter, Failure failure, Instant now) {
        LOG.warn("Letter {} was not sent: {}", letter.id(), failure.what());
        Instant next = now.plus(PAUSES.get(Math.min(letter.attempts(), PAUSES.size() - 1)));
        if (failure.lasting()) {
            outbox.end(letter.id(), State.REFUSED, now, failure.what());
        } else if (next.isAfter(letter.writtenAt().plus(PATIENCE))) {
            outbox.end(letter.id(), State.GIVEN_UP, now, failure.what());
        } else {
            outbox.putOff(letter.id(), next, failure.what());
        }
        return failure.general() ? Step.STOP : Step.GO_ON;
    }

    private MimeMessage message(Waiting letter, String address) {
        MimeMessage message = sender.createMimeMessage();
        try {
            message.setFrom(new InternetAddress(settings.from(), true));
            message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(address, true));
            message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            message.setText(letter.body(), StandardCharsets.UTF_8.name());
            message.setSentDate(Date.from(clock.instant()));
            // no answering machine answers
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader(
                    "Message-ID",
                    "<" + letter.id() + "." + letter.writtenAt().toEpochMilli() + "@" + settings.domain() + ">");
            return message;
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
    }

    private enum Step {
        GO_ON,
        STOP
    }
}
