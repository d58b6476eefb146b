package id.tuntas.board;

import id.tuntas.calendar.Measure;
import id.tuntas.shared.Risk;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/**
 * A clock as the board shows it. Instants that have not come are null.
 *
 * @param id of the engine's task; of the stage's activity instance if it is a stage
 * @param caseNumber null in a process that has no case
 * @param stageId null if the step stands in no stage
 * @param agencyId null if no agreement covers the service
 * @param ownerGroup group the step was offered to; null for a stage
 * @param assignee user id; null if nobody has taken it
 * @param risk null while it is not known
 * @param sopVersion of the procedure it runs under
 * @param measure what its time is counted in
 * @param statutory whether a law fixes its budget
 * @param totalUnits what it may take, in units of the measure
 * @param consumedUnits what it had taken at {@code runningSince}
 * @param runningSince an instant that lies ahead means that the clock stands still until then
 * @param rung rung of the ladder that was told last; 0 = none
 * @param nextRungAt when the next one is told; null if none is
 * @param outcome SELESAI, BATAL, or null while it runs
 */
public record ClockLine(
        String id,
        boolean stage,
        String caseNumber,
        String processKey,
        int sopVersion,
        String stepId,
        String stageId,
        String service,
        String districtId,
        String agencyId,
        String ownerGroup,
        String assignee,
        Risk risk,
        Measure measure,
        boolean statutory,
        String budget,
        long totalUnits,
        long consumedUnits,
        Instant startedAt,
        Instant claimedAt,
        Instant runningSince,
        Instant remindAt,
        Instant remindedAt,
        Instant dueAt,
        Instant breachedAt,
        Instant legalBreachAt,
        int rung,
        Instant nextRungAt,
        Instant doneAt,
        String outcome) {

    static ClockLine of(ResultSet row, int number) throws SQLException {
        return new ClockLine(
                row.getString("id"),
                "TAHAP".equals(row.getString("kind")),
                row.getString("case_number"),
                row.getString("process_key"),
                row.getInt("sop_version"),
                row.getString("step_id"),
                row.getString("stage_id"),
                row.getString("service"),
                row.getString("district_id"),
                row.getString("agency_id"),
                row.getString("owner_group"),
                row.getString("assignee"),
                Risk.of(row.getString("risk")).orElse(null),
                Measure.valueOf(row.getString("measure")),
                row.getBoolean("statutory"),
                row.getString("budget"),
                row.getLong("total_units"),
                row.getLong("consumed_units"),
                instant(row, "started_at"),
                instant(row, "claimed_at"),
                instant(row, "running_since"),
                instant(row, "remind_at"),
                instant(row, "reminded_at"),
                instant(row, "due_at"),
                instant(row, "breached_at"),
                instant(row, "legal_breach_at"),
                row.getInt("rung"),
                instant(row, "next_rung_at"),
                instant(row, "done_at"),
                row.getString("outcome"));
    }

    public boolean isOpen() {
        return doneAt == null;
    }

    /** Late at that moment, or late when it was done. */
    public boolean isLateAt(Instant now) {
        return breachedAt != null || isOpen() && !dueAt.isAfter(now);
    }

    public boolean isPausedAt(Instant now) {
        return isOpen() && runningSince.isAfter(now);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
