package id.tuntas.vault;

import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.District;
import id.tuntas.vault.ErasureRequests.Request;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of requests to erase. Whoever writes here holds the lock on the keys of the case, if it has any. */
@Component
class RequestTable {

    /** How a request ended, as it is stored. */
    enum Outcome {
        DIHAPUS,
        DITOLAK,
        DITARIK,
        GUGUR
    }

    private static final String WAITING =
            "select case_number, reason, asked_by, asked_at from erasure_request where ended_at is null";

    private final JdbcClient db;
    private final Clock clock;

    RequestTable(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void add(CaseNumber number, String reason, String actor) {
        db.sql("insert into erasure_request (case_number, reason, asked_by, asked_at) values (?, ?, ?, ?)")
                .params(number.value(), reason, actor, now())
                .update();
    }

    Optional<Request> waiting(CaseNumber number) {
        return find(WAITING + " and case_number = ?", number);
    }

    /** Nobody else ends it before this transaction does. */
    Optional<Request> waitingLocked(CaseNumber number) {
        return find(WAITING + " and case_number = ? for update", number);
    }

    List<Request> waiting(Collection<District> districts) {
        return db.sql(WAITING + " order by asked_at, id").query((row, index) -> request(row)).list().stream()
                .filter(request ->
                        districts.stream().anyMatch(district -> request.number().isOf(district)))
                .toList();
    }

    void end(CaseNumber number, Outcome outcome, String reason, String actor) {
        db.sql(
                        """
                        update erasure_request set outcome = ?, end_reason = ?, ended_by = ?, ended_at = ?
                        where case_number = ? and ended_at is null""")
                .params(outcome.name(), reason, actor, now(), number.value())
                .update();
    }

    private Optional<Request> find(String sql, CaseNumber number) {
        return db.sql(sql)
                .param(number.value())
                .query((row, index) -> request(row))
                .optional();
    }

    private static Request request(ResultSet row) throws SQLException {
        return new Request(
                CaseNumber.parse(row.getString("case_number")),
                row.getString("reason"),
                row.getString("asked_by"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
