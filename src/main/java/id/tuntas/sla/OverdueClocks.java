package id.tuntas.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the clocks for which something is due that has no timer of its own. */
@Component
class OverdueClocks {

    private static final Duration LADDER_FIRST = Duration.ofMinutes(2);

    private final JdbcClient db;

    OverdueClocks(JdbcClient db) {
        this.db = db;
    }

    /** Ids of at most so many clocks that fit a condition, by the time it speaks of. */
    List<String> find(Overdue what, Instant now, int most) {
        return db.sql("select id from step_clock where " + what.condition + " order by " + what.time
                        + ", id fetch first " + most + " rows only")
                .param("now", ClockRow.utc(now))
                .param("ladderFirst", ClockRow.utc(now.minus(LADDER_FIRST)))
                .query(String.class)
                .list();
    }

    /** What the sweep looks for. */
    enum Overdue {
        REMINDER("done_at is null and reminded_at is null and remind_at <= :now and due_at > :now", "remind_at"),
        RESPONSE(
                // where the whole budget has run out too, the ladder comes first: after an outage both are many
                "done_at is null and claimed_at is null and respond_late_at is null and respond_by <= :now"
                        + " and (due_at > :now or due_at <= :ladderFirst)",
                "respond_by"),
        BREACH_WITHOUT_TIMER(
                "done_at is null and breached_at is null and due_at <= :now and has_timer = false", "due_at"),
        LADDER_OF_DONE("ladder_ended_at is null and ladder_instance_id is not null and done_at <= :now", "done_at");

        private final String condition;
        private final String time;

        Overdue(String condition, String time) {
            this.condition = condition;
            this.time = time;
        }
    }
}
