package id.tuntas.sla;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Holds the table of clocks against what it was made from: the engine's history, which knows what was opened and closed
 * and when it was due, and the ledger, which knows everything else. Where they differ, the table is wrong.
 */
@Component
public class ClockAudit {

    private final StepHistory history;
    private final ClockLog log;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    ClockAudit(StepHistory history, ClockLog log, JdbcClient db, TransactionTemplate transaction) {
        this.history = history;
        this.log = log;
        this.db = db;
        this.transaction = transaction;
    }

    /** Compares every clock. */
    public Report check() {
        return go(false);
    }

    /** As {@link #check}, and puts right what differs. A clock that is missing altogether is reported, not invented. */
    public Report rebuild() {
        return go(true);
    }

    private Report go(boolean repair) {
        List<Difference> differences = new ArrayList<>();
        Set<String> known = new HashSet<>();
        history.each(opened -> {
            known.add(opened.id());
            List<Difference> found = compare(opened);
            if (repair) {
                transaction.executeWithoutResult(status -> found.forEach(this::repair));
            }
            differences.addAll(found);
        });
        // closed, because it holds a connection
        try (Stream<String> ids = db.sql("select id from step_clock").query(String.class).stream()) {
            ids.filter(id -> !known.contains(id))
                    .forEach(
                            id -> differences.add(new Difference(id, "id", null, "a clock the history does not know")));
        }
        return new Report(known.size(), differences);
    }

    private List<Difference> compare(StepHistory.Opened opened) {
        Map<String, Object> expected = expected(opened);
        Map<String, Object> found = db.sql("select * from step_clock where id = ?")
                .param(opened.id())
                .query((row, number) -> values(row, expected.keySet()))
                .optional()
                .orElse(null);
        if (found == null) {
            return List.of(new Difference(opened.id(), "id", opened.stepId(), null));
        }
        return expected.keySet().stream()
                .filter(column -> !Objects.equals(expected.get(column), found.get(column)))
                .map(column -> new Difference(opened.id(), column, expected.get(column), found.get(column)))
                .toList();
    }

    private static Map<String, Object> values(ResultSet row, Set<String> columns) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        for (String column : columns) {
            values.put(column, column.endsWith("_at") ? ClockRow.instant(row, column) : row.getObject(column));
        }
        return values;
    }

    private Map<String, Object> expected(StepHistory.Opened opened) {
        LedgerView ledger = log.of(opened.id());
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("kind", opened.kind().name());
        columns.put("process_instance_id", opened.processInstanceId());
        columns.put("process_definition_id", opened.processDefinitionId());
        columns.put("step_id", opened.stepId());
        columns.put("started_at", ledger.at(ClockEvent.Kind.STARTED));
        columns.put("due_at", opened.dueAt() == null ? ledger.dueAt() : opened.dueAt());
        columns.put("claimed_at", ledger.at(ClockEvent.Kind.CLAIMED));
        columns.put("assignee", opened.assignee());
        columns.put("respond_late_at", ledger.at(ClockEvent.Kind.RESPONSE_LATE));
        columns.put("breached_at", ledger.at(ClockEvent.Kind.BREACHED));
        columns.put("legal_breach_at", ledger.at(ClockEvent.Kind.LEGAL_BREACH));
        columns.put("ladder_ended_at", ledger.at(ClockEvent.Kind.LADDER_ENDED));
        columns.put("rung", ledger.rung());
        columns.put("next_rung_at", ledger.nextRungAt());
        columns.put("done_at", doneAt(opened, ledger));
        columns.put("outcome", opened.endedAt() == null ? null : opened.completed() ? "SELESAI" : "BATAL");
        return columns;
    }

    /** Whether a step has ended the history knows; when, the ledger, whose clock stands still within a transaction. */
    private static Instant doneAt(StepHistory.Opened opened, LedgerView ledger) {
        if (opened.endedAt() == null) {
            return null;
        }
        Instant done = ledger.at(opened.completed() ? ClockEvent.Kind.DONE : ClockEvent.Kind.CANCELLED);
        return done == null ? opened.endedAt() : done;
    }

    private void repair(Difference difference) {
        if (!difference.column().equals("id")) {
            Object value = difference.expected() instanceof Instant time ? ClockRow.utc(time) : difference.expected();
            db.sql("update step_clock set " + difference.column() + " = :value where id = :id")
                    .param("value", value)
                    .param("id", difference.clockId())
                    .update();
        }
    }

    /** @param checked how many steps and stages the history knows */
    public record Report(int checked, List<Difference> differences) {

        public Report {
            differences = List.copyOf(differences);
        }
    }

    /**
     * @param column column of the table; {@code id} if one side does not have the clock at all
     * @param expected what history and ledger say; may be null
     * @param found what the table says; may be null
     */
    public record Difference(String clockId, String column, Object expected, Object found) {}
}
