package id.tuntas.notify;

import id.tuntas.access.MailContact;
import id.tuntas.access.MailContacts;
import id.tuntas.engine.Identities;
import id.tuntas.shared.District;
import id.tuntas.shared.Districts;
import id.tuntas.sla.StepReminded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes to the people of a step when a manager reminds them of it. The letter lies in the outbox if and only if the act
 * stands in the ledger; that something waits is all it says.
 */
@Component
public class Reminders {

    private final MailContacts contacts;
    private final Identities identities;
    private final Districts districts;
    private final LetterText text;
    private final Outbox outbox;
    private final Clock clock;
    private final boolean mail;

    /** @param host the mail server; empty if there is none, then nobody is written to */
    Reminders(
            MailContacts contacts,
            Identities identities,
            Districts districts,
            LetterText text,
            Outbox outbox,
            Clock clock,
            @Value("${spring.mail.host:}") String host) {
        this.contacts = contacts;
        this.identities = identities;
        this.districts = districts;
        this.text = text;
        this.outbox = outbox;
        this.clock = clock;
        this.mail = !host.isBlank();
    }

    /**
     * How many people a reminder of a step would reach.
     *
     * @param assignee user id of who has taken it; null if nobody has, then all of its group in the district are meant
     * @param ownerGroup group it is offered to; may be null
     */
    public int reach(String assignee, String ownerGroup, String districtId) {
        return recipients(assignee, ownerGroup, districtId).size();
    }

    @EventListener
    void write(StepReminded step) {
        List<MailContact> recipients = recipients(step.assignee(), step.ownerGroup(), step.districtId());
        if (recipients.isEmpty()) {
            return;
        }
        District district = districts.districts().stream()
                .filter(one -> one.id().equals(step.districtId()))
                .findFirst()
                .orElseThrow();
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, district.zone());
        for (MailContact to : recipients) {
            // a letter that waits already says the same
            if (!outbox.isWaiting(LetterKind.REMINDER, to.userId(), district.id())) {
                outbox.write(
                        new Letter(
                                to.userId(),
                                LetterKind.REMINDER,
                                district.id(),
                                today,
                                text.reminderSubject(to.locale()),
                                text.reminder(district, today, to.locale())),
                        now);
            }
        }
    }

    private List<MailContact> recipients(String assignee, String ownerGroup, String districtId) {
        if (!mail) {
            return List.of();
        }
        if (assignee != null) {
            return contacts.findEnabled(assignee).stream().toList();
        }
        return contacts.enabled().stream()
                .filter(one -> identities.groupsOf(one.userId()).contains(ownerGroup)
                        && identities.districtsOf(one.userId()).contains(districtId))
                .toList();
    }
}
