package id.tuntas.vault;

import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.District;
import id.tuntas.vault.ErasureRefused.Why;
import id.tuntas.vault.RequestTable.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forbids to erase a case, for a lawsuit or an inspection, until somebody lifts it. Each hold stays on record. */
@Component
public class LegalHolds {

    /** Longest reason, of holds and of erasures. */
    public static final int LONGEST_REASON = 500;

    private static final String STANDING =
            "select case_number, reason, placed_by, placed_at from legal_hold where lifted_at is null";

    private final JdbcClient db;
    private final ClosedCases cases;
    private final RequestTable requests;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LegalHolds(JdbcClient db, ClosedCases cases, RequestTable requests, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.cases = cases;
        this.requests = requests;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Forbids to erase the case; a request to erase it that waits is void.
     *
     * @throws ErasureRefused if there is no such case, or it was erased, or no reason is given, or the same person holds it
     *     for the same reason already
     */
    @Transactional
    public void place(CaseNumber number, String reason, String actor) {
        requireReason(reason);
        if (cases.find(number).isEmpty()) {
            throw new ErasureRefused(Why.UNKNOWN_CASE, "Tidak ada kasus " + number.value() + ".");
        }
        // waits for an erasure that is under way, and makes the next one wait for us
        long destroyed = db
                .sql("select destroyed_at from data_key where case_number = ? for update")
                .param(number.value())
                .query((row, index) -> row.getObject("destroyed_at") != null)
                .list()
                .stream()
                .filter(Boolean::booleanValue)
                .count();
        if (destroyed > 0) {
            throw new ErasureRefused(Why.ERASED, "Kasus " + number.value() + " sudah dihapus.");
        }
        if (standing(number).stream().anyMatch(hold -> hold.isBy(actor, reason.strip()))) {
            throw new ErasureRefused(
                    Why.ALREADY_HELD, "Anda sudah menahan kasus " + number.value() + " dengan alasan itu.");
        }
        db.sql("insert into legal_hold (case_number, reason, placed_by, placed_at) values (?, ?, ?, ?)")
                .params(number.value(), reason.strip(), actor, now())
                .update();
        requests.end(number, Outcome.GUGUR, reason.strip(), actor);
        events.publishEvent(new VaultEvent.HoldPlaced(number.value(), actor, reason.strip()));
    }

    /** Lifts every hold that stands on the case. */
    @Transactional
    public void lift(CaseNumber number, String reason, String actor) {
        requireReason(reason);
        int lifted = db.sql(
                        """
                        update legal_hold set lift_reason = ?, lifted_by = ?, lifted_at = ?
                        where case_number = ? and lifted_at is null""")
                .params(reason.strip(), actor, now(), number.value())
                .update();
        if (lifted == 0) {
            throw new ErasureRefused(Why.NOT_HELD, "Tidak ada penahanan pada kasus " + number.value() + ".");
        }
        events.publishEvent(new VaultEvent.HoldLifted(number.value(), actor, reason.strip()));
    }

    public boolean stands(CaseNumber number) {
        return db.sql("select count(*) from legal_hold where case_number = ? and lifted_at is null")
                        .param(number.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Those that stand on the case, newest first. */
    public List<Hold> standing(CaseNumber number) {
        return db.sql(STANDING + " and case_number = ? order by id desc")
                .param(number.value())
                .query((row, index) -> hold(row))
                .list();
    }

    /** Those that stand on cases of these districts, newest first. */
    public List<Hold> standing(Collection<District> districts) {
        return db.sql(STANDING + " order by id desc").query((row, index) -> hold(row)).list().stream()
                .filter(hold ->
                        districts.stream().anyMatch(district -> hold.number().isOf(district)))
                .toList();
    }

    private static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                CaseNumber.parse(row.getString("case_number")),
                row.getString("reason"),
                row.getString("placed_by"),
                row.getObject("placed_at", OffsetDateTime.class).toInstant());
    }

    static void requireReason(String reason) {
        if (reason == null || reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new ErasureRefused(
                    Why.REASON_MISSING, "Tulis alasannya, paling banyak 500 huruf dan tanpa data orang.");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** A hold that stands. @param placedAt UTC */
    public record Hold(CaseNumber number, String reason, String placedBy, Instant placedAt) {

        boolean isBy(String actor, String forReason) {
            return placedBy.equals(actor) && reason.equals(forReason);
        }
    }
}
