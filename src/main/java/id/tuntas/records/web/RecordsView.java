package id.tuntas.records.web;

import id.tuntas.records.Act;
import id.tuntas.records.Standing;
import id.tuntas.vault.ErasureRequests.Request;
import id.tuntas.vault.LegalHolds.Hold;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/** What the pages of the keeper of records show. Instants are UTC; the template has the reader's zone. */
final class RecordsView {

    private RecordsView() {}

    /**
     * Everything of the keeper's districts.
     *
     * @param due at most as many as are shown
     * @param dueCount of all
     */
    record ListView(List<Request> requests, List<Due> due, int dueCount, List<Hold> holds, List<Erased> erased) {}

    /** @param closingReason option of {@code alasanPenutupan}; null if none was given */
    record Due(String number, Instant closedAt, String closingReason, Period period, LocalDate dueOn, boolean held) {}

    /**
     * @param askedBy null where an operator erased it
     * @param openedBy master keys of the keystore with which old backups still open; empty if none does
     */
    record Erased(
            String number,
            Instant at,
            String reason,
            String askedBy,
            String actor,
            int keys,
            String masterKeys,
            List<String> openedBy) {}

    /**
     * One case.
     *
     * @param closedAt null while it is open, as are period and dueOn
     * @param request null if none waits
     * @param acts what the reader may do now
     * @param state word for how it stands, see {@link Standing#state}
     */
    record CaseView(
            String number,
            Instant openedAt,
            Instant closedAt,
            String closingReason,
            Period period,
            LocalDate dueOn,
            boolean due,
            int keys,
            List<Hold> holds,
            Request request,
            List<Erased> erased,
            List<Act> acts,
            String state) {}
}
