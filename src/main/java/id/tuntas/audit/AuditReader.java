package id.tuntas.audit;

import static id.tuntas.audit.AuditTable.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers the auditor's two questions, newest first. Rows of districts that are not his are left out. */
@Component
public class AuditReader {

    private static final int ALL_AT_ONCE = 1000;

    private final JdbcClient db;
    private final ActingUser people;

    AuditReader(JdbcClient db, ActingUser people) {
        this.db = db;
        this.people = people;
    }

    /** Up to so many rows below an id. */
    @Transactional(readOnly = true)
    public List<Line> page(Question question, long below, int atMost) {
        List<String> own = districtsOf(question.auditor());
        String column = question.about() == About.CASE ? "case_number" : "actor";
        return db.sql("select * from audit_entry where " + column + " = :key and id < :below"
                        + (question.from() == null ? "" : " and happened_at >= :from")
                        + (question.until() == null ? "" : " and happened_at < :until")
                        + (own.isEmpty() ? "" : " and (district_id is null or district_id in (:own))")
                        + " order by id desc fetch first " + atMost + " rows only")
                .param("key", question.key())
                .param("below", below)
                .param("from", utc(question.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", utc(question.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("own", own)
                .query(AuditReader::line)
                .list();
    }

    /** Every row of the answer, page by page. */
    @Transactional(readOnly = true)
    public void each(Question question, Consumer<Line> reader) {
        long below = Long.MAX_VALUE;
        List<Line> page;
        do {
            page = page(question, below, ALL_AT_ONCE);
            page.forEach(reader);
            below = page.isEmpty() ? below : page.get(page.size() - 1).id();
        } while (page.size() == ALL_AT_ONCE);
    }

    /** Empty for an auditor of all districts. */
    public List<String> districtsOf(String auditor) {
        return people.districtsOf(auditor);
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("id"),
                AuditTable.instant(row, "happened_at"),
                row.getString("actor"),
                row.getString("actor_groups"),
                row.getString("actor_districts"),
                row.getString("address"),
                row.getString("kind"),
                row.getString("case_number"),
                row.getString("step_id"),
                row.getString("fields"),
                row.getString("reason"));
    }

    /** What is asked about. */
    public enum About {
        CASE,
        USER
    }

    /**
     * @param key case number or user id, exactly
     * @param from null for the beginning
     * @param until exclusive; null for now
     * @param auditor who asks
     */
    public record Question(About about, String key, Instant from, Instant until, String auditor) {}

    /** A row as the auditor reads it; texts other than actor and kind may be null or empty. */
    public record Line(
            long id,
            Instant at,
            String actor,
            String groups,
            String districts,
            String address,
            String kind,
            String caseNumber,
            String stepId,
            String fields,
            String reason) {}
}
