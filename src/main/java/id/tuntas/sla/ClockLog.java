package id.tuntas.sla;

import static id.tuntas.sla.ClockRow.utc;

import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger: rows are added, never changed. */
@Component
class ClockLog {

    private final JdbcClient db;
    private final TransactionTemplate apart;

    ClockLog(JdbcClient db, PlatformTransactionManager transactions) {
        this.db = db;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void add(ClockEvent event) {
        db.sql(
                        """
                        insert into clock_event
                            (clock_id, happened_at, kind, actor, reason, units, until_at, due_before, due_after)
                        values (:clock, :at, :kind, :actor, :reason, :units, :until, :before, :after)""")
                .param("clock", event.clockId())
                .param("at", utc(event.at()))
                .param("kind", event.kind().name())
                .param("actor", event.actor(), Types.VARCHAR)
                .param("reason", event.reason(), Types.VARCHAR)
                .param("units", event.units(), Types.BIGINT)
                .param("until", utc(event.until()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("before", utc(event.dueBefore()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("after", utc(event.dueAfter()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /** Stays although the caller's transaction is rolled back. */
    void addApart(ClockEvent event) {
        apart.executeWithoutResult(status -> add(event));
    }

    /** Everything that happened to a clock. */
    LedgerView of(String clockId) {
        return new LedgerView(db.sql("select * from clock_event where clock_id = ? order by id")
                .param(clockId)
                .query((row, number) -> new ClockEvent(
                        row.getString("clock_id"),
                        ClockRow.instant(row, "happened_at"),
                        ClockEvent.Kind.valueOf(row.getString("kind")),
                        row.getString("actor"),
                        row.getString("reason"),
                        row.getObject("units", Long.class),
                        ClockRow.instant(row, "until_at"),
                        ClockRow.instant(row, "due_before"),
                        ClockRow.instant(row, "due_after")))
                .list());
    }
}
