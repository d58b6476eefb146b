package id.tuntas.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;

/** Writes rows, each together with the note that it has no seal yet, and knows how a row is read. */
@Component
class AuditTable {

    private final JdbcClient db;

    AuditTable(JdbcClient db) {
        this.db = db;
    }

    void add(AuditRow row) {
        KeyHolder key = new GeneratedKeyHolder();
        db.sql(
                        """
                        insert into audit_entry
                            (happened_at, actor, actor_groups, actor_districts, address, kind, district_id, case_number,
                             process_instance_id, step_id, fields, reason, node)
                        values (:at, :actor, :groups, :districts, :address, :kind, :district, :case,
                                :instance, :step, :fields, :reason, :node)""")
                .param("at", utc(row.at()))
                .param("actor", row.actor())
                .param("groups", row.groups())
                .param("districts", row.districts())
                .param("address", row.address(), Types.VARCHAR)
                .param("kind", row.kind())
                .param("district", row.districtId(), Types.VARCHAR)
                .param("case", row.caseNumber(), Types.VARCHAR)
                .param("instance", row.processInstanceId(), Types.VARCHAR)
                .param("step", row.stepId(), Types.VARCHAR)
                .param("fields", row.fields())
                .param("reason", row.reason(), Types.VARCHAR)
                .param("node", row.node())
                .update(key, "id");
        db.sql("insert into audit_pending (entry_id, happened_at) values (?, ?)")
                .param(key.getKeyAs(Long.class))
                .param(utc(row.at()))
                .update();
    }

    /** A row whose columns are named as in the table. */
    static AuditRow row(ResultSet row, int number) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                instant(row, "happened_at"),
                row.getString("actor"),
                row.getString("actor_groups"),
                row.getString("actor_districts"),
                row.getString("address"),
                row.getString("kind"),
                row.getString("district_id"),
                row.getString("case_number"),
                row.getString("process_instance_id"),
                row.getString("step_id"),
                row.getString("fields"),
                row.getString("reason"),
                row.getString("node"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
