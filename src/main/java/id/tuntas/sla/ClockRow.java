package id.tuntas.sla;

import id.tuntas.calendar.Measure;
import id.tuntas.shared.Risk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** How a row of the table of clocks is read, and how instants are written. */
final class ClockRow {

    private ClockRow() {}

    static StepClock of(ResultSet row, int number) throws SQLException {
        return new StepClock(
                row.getString("id"),
                subject(row),
                Risk.of(row.getString("risk")).orElse(null),
                row.getBoolean("trafficking"),
                row.getBoolean("statutory"),
                row.getString("budget"),
                timing(row),
                instant(row, "started_at"),
                instant(row, "due_at"),
                instant(row, "breached_at"),
                row.getInt("rung"),
                instant(row, "done_at"));
    }

    private static ClockSubject subject(ResultSet row) throws SQLException {
        return new ClockSubject(
                ClockSubject.Kind.valueOf(row.getString("kind")),
                row.getString("case_number"),
                row.getString("process_instance_id"),
                row.getString("execution_id"),
                row.getString("process_definition_id"),
                row.getString("process_key"),
                row.getInt("sop_version"),
                row.getString("step_id"),
                row.getString("stage_id"),
                row.getString("service"),
                row.getString("agency_id"),
                row.getString("district_id"),
                row.getString("owner_group"));
    }

    private static Timing timing(ResultSet row) throws SQLException {
        return new Timing(
                "kerja".equals(row.getString("calendar")),
                Measure.valueOf(row.getString("measure")),
                row.getLong("total_units"),
                row.getLong("consumed_units"),
                instant(row, "running_since"),
                row.getDouble("remind_share"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
