package id.tuntas.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks whether the engine's clocks run: a timer that is due and has not fired is a deadline that passes without anybody
 * being told. Suspended timers are looked at like all others, because nothing else says that a clock was stopped.
 *
 * <p>Reads the engine's table and not its job query: that one sees only what the person who asks may see, and the question
 * here is about all districts.
 */
@Component
class Watchdog {

    private static final String LOOK =
            """
            select min(case when type_ = 'timer' and duedate_ <= ? then duedate_ end) as oldest_due,
                   count(case when retries_ = 0 then 1 end) as failed,
                   count(case when suspension_state_ = 2 then 1 end) as suspended
            from act_ru_job""";

    private final JdbcClient db;
    private final Clock clock;

    Watchdog(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One query, one row; by the engine's clock. */
    Look look() {
        Instant now = clock.instant();
        return db.sql(LOOK)
                .param(Timestamp.from(now))
                .query((row, number) -> look(row, now))
                .single();
    }

    private static Look look(ResultSet row, Instant now) throws SQLException {
        Timestamp due = row.getTimestamp("oldest_due");
        Instant oldestDue = due == null ? null : due.toInstant();
        return new Look(
                oldestDue,
                oldestDue == null ? Duration.ZERO : Duration.between(oldestDue, now),
                row.getLong("failed"),
                row.getLong("suspended"));
    }

    /**
     * What was seen.
     *
     * @param oldestDue when the oldest timer that is due and has not fired was due; null if there is none
     * @param overdue how long that is ago, zero if there is none
     * @param failed jobs without retries left, timers or not: the engine will never try them again by itself
     * @param suspended jobs that wait until somebody lets them go on, due or not
     */
    record Look(Instant oldestDue, Duration overdue, long failed, long suspended) {}
}
