package id.tuntas.testing;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The words of tests about clocks: a case of the process {@code jam}, its time driven by hand. */
@Component
public class ClockFixtures {

    private static final String MANGGARAI_BARAT = Fixtures.MANGGARAI_BARAT;

    private final ProcessEngine engine;
    private final Fixtures fixtures;
    private final JdbcClient db;

    ClockFixtures(ProcessEngine engine, Fixtures fixtures, JdbcClient db) {
        this.engine = engine;
        this.fixtures = fixtures;
        this.db = db;
    }

    /** Deploys the process with the ladder of the SOP; the same files again make no new version. */
    public void deployed() {
        deployment().enableDuplicateFiltering(false).deploy();
    }

    /** A new version of the process, though nothing has changed. */
    public void deployedAnew() {
        deployment().deploy();
    }

    private DeploymentBuilder deployment() {
        return engine.getRepositoryService()
                .createDeployment()
                .name("jam")
                .addClasspathResource("testsop/jam.bpmn")
                .addClasspathResource("bpmn/eskalasi.bpmn")
                .addClasspathResource("bpmn/jarak-anak-tangga.dmn")
                .addClasspathResource("forms/tindak-lanjut-keterlambatan.form");
    }

    /** One person for each group, in Manggarai Barat; who is not named is not there. */
    public void staffed(String... groups) {
        IdentityService identities = engine.getIdentityService();
        identities.clearAuthentication();
        identities.createUserQuery().list().forEach(user -> identities.deleteUser(user.getId()));
        if (identities.createTenantQuery().tenantId(MANGGARAI_BARAT).count() == 0) {
            identities.saveTenant(identities.newTenant(MANGGARAI_BARAT));
        }
        for (String group : groups) {
            if (identities.createGroupQuery().groupId(group).count() == 0) {
                identities.saveGroup(identities.newGroup(group));
            }
            identities.saveUser(identities.newUser(group));
            identities.createMembership(group, group);
            identities.createTenantUserMembership(MANGGARAI_BARAT, group);
        }
    }

    public ProcessInstance startedAt(String instant, String risk) {
        fixtures.timeIs(instant);
        fixtures.signedInFrom(MANGGARAI_BARAT);
        ProcessInstance started = risk == null
                ? fixtures.started("jam", Map.of("nomorKasus", "MABAR-2026-0001"))
                : fixtures.started("jam", Map.of("nomorKasus", "MABAR-2026-0001", "tingkatRisiko", risk));
        engine.getIdentityService().clearAuthentication();
        return started;
    }

    /** Lets time pass to the instant and fires what is due until then, each timer at its time; returns what fired. */
    public int timePassesTo(String instant) {
        Date until = Date.from(Instant.parse(instant));
        int fired = 0;
        while (true) {
            List<Job> next = engine.getManagementService()
                    .createJobQuery()
                    .duedateLowerThan(until)
                    .orderByJobDuedate()
                    .asc()
                    .listPage(0, 1);
            if (next.isEmpty()) {
                ClockUtil.setCurrentTime(until);
                return fired;
            }
            Date due = next.get(0).getDuedate();
            ClockUtil.setCurrentTime(due.after(ClockUtil.getCurrentTime()) ? due : ClockUtil.getCurrentTime());
            engine.getManagementService().executeJob(next.get(0).getId());
            fired++;
        }
    }

    public void endAll() {
        engine.getIdentityService().clearAuthentication();
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "uji"));
    }

    public Task step(ProcessInstance instance, String step) {
        return fixtures.step(instance, step);
    }

    /** Groups that are told now, in the order of the rungs, by all ladders. */
    public List<String> told() {
        return engine
                .getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("tindak-lanjut-keterlambatan")
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(fixtures::ownerOf)
                .toList();
    }

    public Instant timerOf(Task step) {
        return engine
                .getManagementService()
                .createJobQuery()
                .timers()
                .processInstanceId(step.getProcessInstanceId())
                .list()
                .stream()
                .filter(job -> executionOf(job).equals(step.getExecutionId()))
                .map(job -> job.getDuedate().toInstant())
                .findFirst()
                .orElse(null);
    }

    /** When the timers of an instance fire, first to last. */
    public List<Instant> timers(ProcessInstance instance) {
        return engine
                .getManagementService()
                .createJobQuery()
                .timers()
                .processInstanceId(instance.getId())
                .orderByJobDuedate()
                .asc()
                .list()
                .stream()
                .map(job -> job.getDuedate().toInstant())
                .toList();
    }

    private String executionOf(Job job) {
        return db.sql("select execution_id_ from act_ru_job where id_ = ?")
                .param(job.getId())
                .query(String.class)
                .single();
    }

    public Row clockOf(Task step) {
        return clock(step.getId());
    }

    public Row clock(String id) {
        return new Row(db.sql("select * from step_clock where id = ?")
                .param(id)
                .query()
                .singleRow());
    }

    /** The clock of a stage that runs. */
    public Row stageOf(ProcessInstance instance, String stage) {
        return new Row(
                db.sql("select * from step_clock where process_instance_id = ? and step_id = ? and kind = 'TAHAP'")
                        .params(instance.getId(), stage)
                        .query()
                        .singleRow());
    }

    /** Kinds of what happened to a clock, oldest first. */
    public List<String> eventsOf(String clock) {
        return db.sql("select kind from clock_event where clock_id = ? order by id")
                .param(clock)
                .query(String.class)
                .list();
    }

    public Row lastEventOf(String clock) {
        return new Row(db.sql("select * from clock_event where clock_id = ? order by id desc fetch first 1 row only")
                .param(clock)
                .query()
                .singleRow());
    }

    /** A row of a table, its times as instants. */
    public record Row(Map<String, Object> columns) {

        public Instant time(String column) {
            Object value = columns.get(column);
            if (value == null) {
                return null;
            }
            return value instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) value).toInstant();
        }

        public Object get(String column) {
            return columns.get(column);
        }
    }
}
