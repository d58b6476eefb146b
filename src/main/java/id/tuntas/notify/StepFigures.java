package id.tuntas.notify;

import id.tuntas.shared.Risk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts the clocks of a district. Reads the times and groups of steps, nothing about a case. */
@Component
class StepFigures {

    private final JdbcClient db;

    StepFigures(JdbcClient db) {
        this.db = db;
    }

    /** All steps of the district that are open now. */
    List<OpenStep> open(String districtId) {
        return db.sql(
                        """
                        select assignee, owner_group, due_at, risk from step_clock
                        where district_id = ? and done_at is null and kind = 'LANGKAH'""")
                .param(districtId)
                .query((row, number) -> new OpenStep(
                        row.getString("owner_group"),
                        row.getString("assignee"),
                        dueAt(row),
                        Risk.of(row.getString("risk")).orElse(null)))
                .list();
    }

    /** Steps that ran out of time in [since, now], done meanwhile or not. */
    long newlyLate(String districtId, Instant since) {
        return count("kind = 'LANGKAH' and breached_at >= ?", districtId, since);
    }

    /** Steps and stages that broke a limit of the law in [since, now]. */
    long statutory(String districtId, Instant since) {
        return count("legal_breach_at >= ?", districtId, since);
    }

    private long count(String condition, String districtId, Instant since) {
        return db.sql("select count(*) from step_clock where district_id = ? and " + condition)
                .params(districtId, since.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static Instant dueAt(ResultSet row) throws SQLException {
        return row.getObject("due_at", OffsetDateTime.class).toInstant();
    }
}
