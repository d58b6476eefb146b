package id.tuntas.sla;

import id.tuntas.shared.Risk;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of clocks: how a clock is written and found. In the transaction of the caller, which is the engine's. */
@Component
class ClockTable {

    private static final String SELECT = "select * from step_clock ";

    private final JdbcClient db;

    ClockTable(JdbcClient db) {
        this.db = db;
    }

    /** @param respondBy null if the step does not say how soon somebody must take it */
    void insert(StepClock clock, Instant respondBy, Instant remindAt, boolean provisional, boolean hasTimer) {
        ClockSubject subject = clock.subject();
        timing(
                        db.sql(
                                """
                        insert into step_clock (id, kind, case_number, process_instance_id, execution_id,
                            process_definition_id, process_key, sop_version, step_id, stage_id, service, agency_id,
                            district_id, owner_group, risk, trafficking, calendar, measure, statutory, budget,
                            total_units, consumed_units, running_since, remind_share, started_at, respond_by,
                            remind_at, due_at, provisional, has_timer, rung)
                        values (:id, :kind, :caseNumber, :instance, :execution, :definition, :process, :version, :step,
                            :stage, :service, :agency, :district, :owner, :risk, :trafficking, :calendar, :measure,
                            :statutory, :budget, :total, :consumed, :runningSince, :remindShare, :startedAt,
                            :respondBy, :remindAt, :dueAt, :provisional, :hasTimer, 0)"""),
                        clock)
                .param("id", clock.id())
                .param("kind", subject.kind().name())
                .param("caseNumber", subject.caseNumber(), Types.VARCHAR)
                .param("instance", subject.processInstanceId())
                .param("execution", subject.executionId())
                .param("definition", subject.processDefinitionId())
                .param("process", subject.processKey())
                .param("version", subject.sopVersion())
                .param("step", subject.stepId())
                .param("stage", subject.stageId(), Types.VARCHAR)
                .param("service", subject.service(), Types.VARCHAR)
                .param("agency", subject.agencyId(), Types.VARCHAR)
                .param("district", subject.districtId(), Types.VARCHAR)
                .param("owner", subject.ownerGroup(), Types.VARCHAR)
                .param("remindShare", clock.timing().remindShare())
                .param("startedAt", ClockRow.utc(clock.startedAt()))
                .param("respondBy", ClockRow.utc(respondBy), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("remindAt", ClockRow.utc(remindAt))
                .param("provisional", provisional)
                .param("hasTimer", hasTimer)
                .update();
    }

    /** Writes what a pause, an extension, a new risk or a new calendar changed; a reminder that lies ahead again comes again. */
    void move(StepClock clock, Instant remindAt, boolean provisional, Instant now) {
        timing(
                        db.sql(
                                """
                        update step_clock set risk = :risk, trafficking = :trafficking, statutory = :statutory,
                            budget = :budget, calendar = :calendar, measure = :measure, total_units = :total, consumed_units = :consumed,
                            running_since = :runningSince, due_at = :dueAt, remind_at = :remindAt,
                            provisional = :provisional,
                            reminded_at = case when :remindAt > :now then null else reminded_at end
                        where id = :id"""),
                        clock)
                .param("remindAt", ClockRow.utc(remindAt))
                .param("now", ClockRow.utc(now))
                .param("provisional", provisional)
                .param("id", clock.id())
                .update();
    }

    private static JdbcClient.StatementSpec timing(JdbcClient.StatementSpec statement, StepClock clock) {
        return statement
                .param("risk", clock.risk() == null ? null : clock.risk().name(), Types.VARCHAR)
                .param("trafficking", clock.trafficking())
                .param("statutory", clock.statutory())
                .param("calendar", clock.timing().working() ? "kerja" : "terus")
                .param("measure", clock.timing().measure().name())
                .param("budget", clock.budget())
                .param("total", clock.timing().total())
                .param("consumed", clock.timing().consumed())
                .param("runningSince", ClockRow.utc(clock.timing().runningSince()))
                .param("dueAt", ClockRow.utc(clock.dueAt()));
    }

    Optional<StepClock> find(String id) {
        return db.sql(SELECT + "where id = ?").param(id).query(ClockRow::of).optional();
    }

    /** As {@link #find}, and nobody else changes it until the transaction ends. */
    Optional<StepClock> lock(String id) {
        return db.sql(SELECT + "where id = ? for update")
                .param(id)
                .query(ClockRow::of)
                .optional();
    }

    Optional<StepClock> openAt(String executionId, String stepId) {
        return db.sql(SELECT + "where execution_id = ? and step_id = ? and done_at is null")
                .params(executionId, stepId)
                .query(ClockRow::of)
                .optional();
    }

    /** The clock with a timer that runs at an execution; no two do. */
    Optional<StepClock> timedAt(String executionId) {
        return db.sql(SELECT + "where execution_id = ? and done_at is null and has_timer")
                .param(executionId)
                .query(ClockRow::of)
                .optional();
    }

    /** Clocks that still run at an execution. */
    List<StepClock> at(String executionId) {
        return db.sql(SELECT + "where execution_id = ? and done_at is null")
                .param(executionId)
                .query(ClockRow::of)
                .list();
    }

    /** Clocks that still run, of a case and of the processes it called; oldest first. */
    List<StepClock> openIn(String processInstanceId) {
        return db.sql(SELECT + "where process_instance_id = ? and done_at is null order by started_at, id")
                .param(processInstanceId)
                .query(ClockRow::of)
                .list();
    }

    List<StepClock> openOf(String caseNumber, String districtId, String stepId) {
        return db.sql(
                        SELECT
                                + "where case_number = ? and district_id = ? and step_id = ? and done_at is null order by started_at, id")
                .params(caseNumber, districtId, stepId)
                .query(ClockRow::of)
                .list();
    }

    /** Clocks that count office hours and still run. @param districtId null = everywhere */
    List<String> workingIn(String districtId) {
        return db.sql(
                        """
                        select id from step_clock where done_at is null and calendar = 'kerja'
                            and (cast(:district as varchar(64)) is null or district_id = :district)
                        order by id""")
                .param("district", districtId, Types.VARCHAR)
                .query(String.class)
                .list();
    }

    /** The late clock of a step nobody has been told about yet, the one that ran out last. */
    Optional<String> untold(String processInstanceId, String stepId) {
        return db.sql(
                        """
                        select id from step_clock where process_instance_id = ? and step_id = ? and done_at is null
                            and breached_at is not null and rung = 0
                        order by breached_at desc, id fetch first 1 row only""")
                .params(processInstanceId, stepId)
                .query(String.class)
                .optional();
    }

    /** Sets a time column if it has none yet; whether this call did it. */
    boolean mark(String id, Mark mark, Instant at) {
        return db.sql("update step_clock set " + mark.column + " = ? where id = ? and " + mark.column + " is null")
                        .params(ClockRow.utc(at), id)
                        .update()
                == 1;
    }

    /** Another risk that changes nothing about the budget. */
    void riskIs(String id, Risk risk, boolean trafficking) {
        db.sql("update step_clock set risk = :risk, trafficking = :trafficking where id = :id")
                .param("risk", risk == null ? null : risk.name(), Types.VARCHAR)
                .param("trafficking", trafficking)
                .param("id", id)
                .update();
    }

    /** Whether the due date may still move, because its year has no holidays yet. */
    void provisionalIs(String id, boolean provisional) {
        db.sql("update step_clock set provisional = ? where id = ? and provisional <> ?")
                .params(provisional, id, provisional)
                .update();
    }

    /** Until when somebody has to take a step that nobody has taken; what is past now stays so. */
    void respondBy(String id, Instant by, Instant now) {
        db.sql(
                        """
                        update step_clock set respond_by = :by
                        where id = :id and claimed_at is null and respond_late_at is null and respond_by > :now""")
                .param("by", ClockRow.utc(by))
                .param("now", ClockRow.utc(now))
                .param("id", id)
                .update();
    }

    /** @param nextAt when the next rung is told; null if nobody stands above */
    void climbed(String id, int rung, String ladderInstanceId, Instant nextAt) {
        db.sql(
                        """
                        update step_clock set rung = :rung, ladder_instance_id = :ladder, next_rung_at = :next
                        where id = :id""")
                .param("rung", rung)
                .param("ladder", ladderInstanceId)
                .param("next", ClockRow.utc(nextAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id)
                .update();
    }

    /** Who has the step now. @param userId null = nobody */
    void heldBy(String id, String userId) {
        db.sql("update step_clock set assignee = :user where id = :id")
                .param("user", userId, Types.VARCHAR)
                .param("id", id)
                .update();
    }

    boolean done(String id, String outcome, Instant at) {
        return db.sql("update step_clock set done_at = ?, outcome = ? where id = ? and done_at is null")
                        .params(ClockRow.utc(at), outcome, id)
                        .update()
                == 1;
    }

    void migrated(String id, String executionId, String stepId, String processDefinitionId, int version) {
        db.sql(
                        """
                        update step_clock set execution_id = ?, step_id = ?, process_definition_id = ?, sop_version = ?
                        where id = ?""")
                .params(executionId, stepId, processDefinitionId, version, id)
                .update();
    }

    /** The ladder that still climbs for a clock. */
    Optional<String> ladderOf(String id) {
        return db.sql(
                        "select ladder_instance_id from step_clock where id = ? and ladder_instance_id is not null and ladder_ended_at is null")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** Time columns that are set once. */
    enum Mark {
        CLAIMED("claimed_at"),
        RESPONSE_LATE("respond_late_at"),
        REMINDED("reminded_at"),
        BREACHED("breached_at"),
        LEGAL_BREACH("legal_breach_at"),
        LADDER_ENDED("ladder_ended_at");

        private final String column;

        Mark(String column) {
            this.column = column;
        }
    }
}
