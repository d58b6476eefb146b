package id.tuntas.sla;

import static id.tuntas.sla.ClockRow.utc;

import id.tuntas.sla.ClockEvent.Kind;
import java.sql.Types;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger: rows are added, never changed. */
@Component
class ClockLog {

    /** What people do to clocks; the rest clocks do by themselves, or follows from the step. */
    private static final Set<Kind> BY_HAND = Set.of(
            Kind.PAUSED,
            Kind.RESUMED,
            Kind.EXTENSION_ASKED,
            Kind.EXTENDED,
            Kind.EXTENSION_DECLINED,
            Kind.CHANGE_REFUSED,
            Kind.REMINDED_BY_HAND,
            Kind.REASSIGNED,
            Kind.CALL_NOTED);

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate apart;

    ClockLog(JdbcClient db, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.db = db;
        this.events = events;
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
        if (BY_HAND.contains(event.kind())) {
            events.publishEvent(touched(event));
        }
    }

    private ClockTouched touched(ClockEvent event) {
        String what = event.kind().name();
        return db.sql("select case_number, process_instance_id, step_id from step_clock where id = ?")
                .param(event.clockId())
                .query((row, number) ->
                        new ClockTouched(what, row.getString(1), row.getString(2), row.getString(3), event.reason()))
                .optional()
                .orElseGet(() -> new ClockTouched(what, null, null, null, event.reason()));
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
