package id.tuntas.vault;

import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.District;
import id.tuntas.vault.ErasureRefused.Why;
import id.tuntas.vault.RequestTable.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Four eyes: one person asks for a case to be erased, another one erases it. */
@Component
public class ErasureRequests {

    private final Erasure erasure;
    private final RequestTable table;
    private final ApplicationEventPublisher events;

    ErasureRequests(Erasure erasure, RequestTable table, ApplicationEventPublisher events) {
        this.erasure = erasure;
        this.table = table;
        this.events = events;
    }

    /**
     * Asks for a case to be erased; nothing is destroyed yet.
     *
     * @throws ErasureRefused if it could not be erased now, or somebody has asked already
     */
    @Transactional
    public void ask(CaseNumber number, String reason, String actor) {
        LegalHolds.requireReason(reason);
        // keeps the keys locked, so that of two requests at once the second sees the first
        erasure.erasable(number);
        if (table.waiting(number).isPresent()) {
            throw new ErasureRefused(
                    Why.ALREADY_ASKED, "Penghapusan kasus " + number.value() + " sudah diusulkan dan menunggu.");
        }
        table.add(number, reason.strip(), actor);
        events.publishEvent(new VaultEvent.ErasureAsked(number.value(), actor, reason.strip()));
    }

    /**
     * Erases what another person asked for, for the reason he gave.
     *
     * @throws ErasureRefused if it cannot be erased, or nobody asks for it, or nobody but the actor
     */
    @Transactional
    public Erasure.Certificate confirm(CaseNumber number, String actor) {
        erasure.erasable(number);
        Request request = table.waitingLocked(number).orElseThrow(() -> notAsked(number));
        if (request.askedBy().equals(actor)) {
            throw new ErasureRefused(
                    Why.OWN_REQUEST, "Yang mengusulkan tidak menghapus. Minta orang lain memeriksa dan menyetujuinya.");
        }
        return erasure.erase(number, request.reason(), request.askedBy(), actor);
    }

    /** Ends a request without erasing: another person declines it, or who asked takes it back. */
    @Transactional
    public void decline(CaseNumber number, String reason, String actor) {
        LegalHolds.requireReason(reason);
        Request request = table.waitingLocked(number).orElseThrow(() -> notAsked(number));
        Outcome outcome = request.askedBy().equals(actor) ? Outcome.DITARIK : Outcome.DITOLAK;
        table.end(number, outcome, reason.strip(), actor);
        events.publishEvent(new VaultEvent.ErasureDeclined(number.value(), actor, reason.strip()));
    }

    public Optional<Request> waiting(CaseNumber number) {
        return table.waiting(number);
    }

    /** Of these districts, oldest first. */
    public List<Request> waiting(Collection<District> districts) {
        return table.waiting(districts);
    }

    /** How many requests of these districts wait for somebody other than this person. */
    public long waitingFor(String userId, Collection<District> districts) {
        return waiting(districts).stream()
                .filter(request -> !request.askedBy().equals(userId))
                .count();
    }

    private static ErasureRefused notAsked(CaseNumber number) {
        return new ErasureRefused(Why.NOT_ASKED, "Tidak ada usulan penghapusan kasus " + number.value() + ".");
    }

    /** A request that waits. @param askedAt UTC */
    public record Request(CaseNumber number, String reason, String askedBy, Instant askedAt) {}
}
