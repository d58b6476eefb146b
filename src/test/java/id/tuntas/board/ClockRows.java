package id.tuntas.board;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clocks of Manggarai Barat written past the engine, for tests of pages; their ids begin with {@code papan-}. */
final class ClockRows {

    private final JdbcClient db;
    private final Instant now;

    ClockRows(JdbcClient db, Instant now) {
        this.db = db;
        this.now = now;
    }

    /**
     * A clock that counts every hour.
     *
     * @param who null if nobody has taken the step
     * @param risk null if it is not known
     * @param late how long its time has been over; negative if it is not
     */
    void late(String number, String step, String agency, String who, String risk, Duration late) {
        Instant due = now.minus(late);
        db.sql(
                        """
                        insert into step_clock (id, kind, case_number, process_instance_id, execution_id,
                            process_definition_id, process_key, sop_version, step_id, stage_id, agency_id, district_id,
                            owner_group, assignee, risk, trafficking, calendar, measure, statutory, budget, total_units,
                            consumed_units, running_since, remind_share, started_at, remind_at, due_at, provisional,
                            has_timer, rung)
                        values (:id, 'LANGKAH', :number, 'papan', 'papan', 'papan', 'penanganan-korban', 1, :step,
                            'LAPORAN', :agency, 'manggarai-barat', 'peksos', :who, :risk, false, 'terus', 'CALENDAR_TIME',
                            false, 'PT1H', 3600000, 0, :start, 0.75, :start, :due, :due, false, true, 0)""")
                .param("id", id(number))
                .param("number", number)
                .param("step", step)
                .param("agency", agency)
                .param("who", who, Types.VARCHAR)
                .param("risk", risk, Types.VARCHAR)
                .param("start", utc(due.minusSeconds(3600)))
                .param("due", utc(due))
                .update();
    }

    /** Counts the hours of the office from now on. */
    void inOfficeHours(String number) {
        db.sql("update step_clock set measure = 'WORKING_HOURS', calendar = 'kerja' where id = ?")
                .param(id(number))
                .update();
    }

    /**
     * The first rung of its ladder was told.
     *
     * @param ago how long ago
     * @param nextAgo when the next one is, negative = ahead; null if there is none
     */
    void told(String number, String group, Duration ago, Duration nextAgo) {
        db.sql("update step_clock set breached_at = due_at, rung = 1, next_rung_at = :next where id = :id")
                .param("next", nextAgo == null ? null : utc(now.minus(nextAgo)), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id(number))
                .update();
        db.sql("insert into clock_event (clock_id, happened_at, kind, reason) values (:id, :at, 'RUNG_TOLD', :group)")
                .param("id", id(number))
                .param("at", utc(now.minus(ago)))
                .param("group", group)
                .update();
    }

    void remove() {
        db.sql("delete from step_clock where id like 'papan-%'").update();
        db.sql("delete from clock_event where clock_id like 'papan-%'").update();
    }

    private static String id(String number) {
        return "papan-" + number;
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
