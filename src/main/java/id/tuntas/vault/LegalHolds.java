package id.tuntas.vault;

import id.tuntas.shared.CaseNumber;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forbids to erase a case, for a lawsuit or an inspection, until somebody lifts it. Each hold stays on record. */
@Component
public class LegalHolds {

    private final JdbcClient db;
    private final ClosedCases cases;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    LegalHolds(JdbcClient db, ClosedCases cases, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.cases = cases;
        this.clock = clock;
        this.events = events;
    }

    /** @throws ErasureRefused if there is no such case, or it was erased, or no reason is given */
    @Transactional
    public void place(CaseNumber number, String reason, String actor) {
        requireReason(reason);
        if (cases.find(number).isEmpty()) {
            throw new ErasureRefused("Tidak ada kasus " + number.value() + ".");
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
            throw new ErasureRefused("Kasus " + number.value() + " sudah dihapus.");
        }
        db.sql("insert into legal_hold (case_number, reason, placed_by, placed_at) values (?, ?, ?, ?)")
                .params(number.value(), reason.strip(), actor, now())
                .update();
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
            throw new ErasureRefused("Tidak ada penahanan pada kasus " + number.value() + ".");
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

    static void requireReason(String reason) {
        if (reason == null || reason.isBlank() || reason.strip().length() > 500) {
            throw new ErasureRefused("Tulis alasannya, paling banyak 500 huruf dan tanpa data orang.");
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
