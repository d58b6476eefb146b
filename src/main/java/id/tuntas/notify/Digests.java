package id.tuntas.notify;

import id.tuntas.access.MailContact;
import id.tuntas.access.MailContacts;
import id.tuntas.access.Roles;
import id.tuntas.calendar.Calendars;
import id.tuntas.calendar.Measure;
import id.tuntas.engine.Identities;
import id.tuntas.shared.District;
import id.tuntas.shared.Districts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes the summaries that are due into the outbox: all letters of a district's day in one transaction, by whichever node
 * comes first. May be called at any time and as often as one likes.
 */
@Component
class Digests {

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Districts districts;
    private final StepFigures figures;
    private final MailContacts contacts;
    private final Identities identities;
    private final Calendars calendars;
    private final LetterText text;
    private final Outbox outbox;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Digests(
            Districts districts,
            StepFigures figures,
            MailContacts contacts,
            Identities identities,
            Calendars calendars,
            LetterText text,
            Outbox outbox,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.districts = districts;
        this.figures = figures;
        this.contacts = contacts;
        this.identities = identities;
        this.calendars = calendars;
        this.text = text;
        this.outbox = outbox;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether one district's letters can be written does not depend on another's. */
    void run() {
        Instant now = clock.instant();
        for (District district : districts.districts()) {
            ZonedDateTime local = now.atZone(district.zone());
            for (LetterKind kind : LetterKind.values()) {
                if (kind.isDue(local) && !outbox.isWritten(kind, district.id(), local.toLocalDate())) {
                    write(new Round(kind, district, local));
                }
            }
        }
    }

    private void write(Round round) {
        try {
            transaction.executeWithoutResult(status -> {
                outbox.begin(round.kind, round.district.id(), round.date());
                letters(round).forEach(letter -> outbox.write(letter, round.now()));
                Instant old = round.now().minus(KEPT);
                outbox.clearBefore(old, LocalDate.ofInstant(old, round.local.getZone()));
            });
        } catch (DuplicateKeyException e) {
            LOG.debug("Another node writes the letters {} of {}", round.kind, round.district.id());
        } catch (RuntimeException e) {
            LOG.warn("The letters {} of {} could not be written; tried again", round.kind, round.district.id(), e);
        }
    }

    private List<Letter> letters(Round round) {
        List<OpenStep> open = figures.open(round.district.id());
        return contacts.enabled().stream()
                .filter(contact -> identities.districtsOf(contact.userId()).contains(round.district.id()))
                .map(contact ->
                        round.kind == LetterKind.WEEKLY ? weekly(round, open, contact) : daily(round, open, contact))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Also when all is well: whoever hears nothing cannot tell whether all is well or mail is broken. */
    private Optional<Letter> weekly(Round round, List<OpenStep> open, MailContact contact) {
        List<String> groups = identities.groupsOf(contact.userId());
        if (!Roles.manage(groups)) {
            return Optional.empty();
        }
        Instant since = round.date()
                .minusWeeks(1)
                .atTime(LetterKind.FROM)
                .atZone(round.local.getZone())
                .toInstant();
        Instant nextWeek = round.beginOf(round.date().plusWeeks(1));
        var week = new WeekFigures(
                open.stream().filter(step -> step.isDueBy(round.now())).count(),
                figures.newlyLate(round.district.id(), since),
                figures.statutory(round.district.id(), since),
                open.stream()
                        .filter(step ->
                                !step.isDueBy(round.now()) && step.dueAt().isBefore(nextWeek))
                        .count(),
                DayFigures.of(open, contact.userId(), groups, round.now(), nextWeek)
                        .waiting());
        return Optional.of(round.to(contact, text, text.weekly(round.district, round.date(), week, contact.locale())));
    }

    private Optional<Letter> daily(Round round, List<OpenStep> open, MailContact contact) {
        if (!contact.daily()) {
            return Optional.empty();
        }
        Instant tomorrow = round.beginOf(round.date().plusDays(1));
        var day = DayFigures.of(
                open, contact.userId(), identities.groupsOf(contact.userId()), round.now(), tomorrow.minusMillis(1));
        if (day.isNothing() || !day.dangerLate() && !isWorkingDay(round)) {
            return Optional.empty();
        }
        return Optional.of(round.to(contact, text, text.daily(round.district, round.date(), day, contact.locale())));
    }

    private boolean isWorkingDay(Round round) {
        return calendars
                        .of(round.district.id(), null)
                        .between(
                                round.beginOf(round.date()),
                                round.beginOf(round.date().plusDays(1)),
                                Measure.WORKING_HOURS)
                > 0;
    }

    /** One kind of summary for one district on one of its days. */
    private record Round(LetterKind kind, District district, ZonedDateTime local) {

        Instant now() {
            return local.toInstant();
        }

        LocalDate date() {
            return local.toLocalDate();
        }

        Instant beginOf(LocalDate day) {
            return day.atStartOfDay(local.getZone()).toInstant();
        }

        Letter to(MailContact contact, LetterText text, String body) {
            return new Letter(contact.userId(), kind, district.id(), date(), text.subject(contact.locale()), body);
        }
    }
}
