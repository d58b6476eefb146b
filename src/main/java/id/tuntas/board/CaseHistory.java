package id.tuntas.board;

import id.tuntas.casefile.CaseRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The clocks of one case and what happened to them, from the table and the ledger. */
@Component
public class CaseHistory {

    /** Clocks of a case. One that has gone on for years has some hundred; the newest of more are shown. */
    public static final int MOST = 500;

    private final JdbcClient db;

    CaseHistory(JdbcClient db) {
        this.db = db;
    }

    /** Steps and stages, also of processes that bear the number of the case: referrals, ladders, requests. Oldest first. */
    public List<ClockLine> clocks(CaseRecord file) {
        return db.sql(
                        """
                        select * from (
                            select * from step_clock where case_number = :number and district_id = :district
                            order by started_at desc, id desc fetch first :most rows only) c
                        order by c.started_at, c.id""")
                .param("number", file.number().value())
                .param("district", file.districtId())
                .param("most", MOST)
                .query(ClockLine::of)
                .list();
    }

    /** Rows of the ledger by clock, oldest first; a clock without any is missing. */
    public Map<String, List<Entry>> ledger(List<ClockLine> clocks) {
        if (clocks.isEmpty()) {
            return Map.of();
        }
        return db
                .sql(
                        """
                        select clock_id, happened_at, kind, actor, reason, until_at, due_before, due_after
                        from clock_event where clock_id in (:ids) order by id""")
                .param("ids", clocks.stream().map(ClockLine::id).toList())
                .query(CaseHistory::entry)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Entry::clockId));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("clock_id"),
                ClockLine.instant(row, "happened_at"),
                row.getString("kind"),
                row.getString("actor"),
                row.getString("reason"),
                ClockLine.instant(row, "until_at"),
                ClockLine.instant(row, "due_before"),
                ClockLine.instant(row, "due_after"));
    }

    /**
     * A row of the ledger. Codes and user ids only.
     *
     * @param kind such as {@code PAUSED}
     * @param actor user id; null if nobody but the clock itself
     * @param reason code, group or user id, as the kind has it; may be null
     * @param until limit of a pause, when the next rung is told, or the day promised on the telephone; may be null
     * @param dueBefore null like {@code dueAfter} if the due date was not touched
     */
    public record Entry(
            String clockId,
            Instant at,
            String kind,
            String actor,
            String reason,
            Instant until,
            Instant dueBefore,
            Instant dueAfter) {}
}
