package id.tuntas.records;

import id.tuntas.casefile.CaseRecord;
import id.tuntas.vault.Erasure.Certificate;
import id.tuntas.vault.ErasureRefused.Why;
import id.tuntas.vault.ErasureRequests.Request;
import id.tuntas.vault.LegalHolds.Hold;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How it stands with the data of a case now.
 *
 * @param period how long it is kept; null while it is open
 * @param dueOn first day (UTC) on which it may be erased by its period; null while it is open
 * @param due whether that day has come
 * @param keys how many keys an erasure would destroy
 * @param request the one that waits, or null
 */
public record Standing(
        CaseRecord file,
        Period period,
        LocalDate dueOn,
        boolean due,
        int keys,
        List<Hold> holds,
        Request request,
        List<Certificate> certificates) {

    /** What the keeper's page offers: what is for his role and not refused as things stand. */
    public List<Act> acts(Keeper keeper) {
        return Stream.of(Act.values())
                .filter(act -> act.isFor(keeper) && refusal(act, keeper).isEmpty())
                .toList();
    }

    /** Why not; the vault decides again when it is done. */
    public Optional<Why> refusal(Act act, Keeper keeper) {
        return Optional.ofNullable(
                switch (act) {
                    case HOLD -> certificates.isEmpty() ? null : Why.ERASED;
                    case LIFT -> holds.isEmpty() ? Why.NOT_HELD : null;
                    case ASK -> request != null ? Why.ALREADY_ASKED : inTheWay();
                    case DECLINE -> request == null ? Why.NOT_ASKED : null;
                    case ERASE -> erase(keeper);
                });
    }

    /** In one word, the end of the key of a message. */
    public String state() {
        if (keys == 0) {
            return certificates.isEmpty() ? "nothing" : "erased";
        }
        if (file.closedAt() == null) {
            return "open";
        }
        if (!holds.isEmpty()) {
            return "held";
        }
        if (request != null) {
            return "asked";
        }
        return due ? "due" : "early";
    }

    private Why erase(Keeper keeper) {
        if (inTheWay() != null) {
            return inTheWay();
        }
        if (request == null) {
            return Why.NOT_ASKED;
        }
        return request.askedBy().equals(keeper.userId()) ? Why.OWN_REQUEST : null;
    }

    private Why inTheWay() {
        if (file.closedAt() == null) {
            return Why.STILL_OPEN;
        }
        if (!holds.isEmpty()) {
            return Why.HELD;
        }
        return keys == 0 ? Why.ERASED : null;
    }
}
