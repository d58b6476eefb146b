package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.sla.ClockControl;
import id.tuntas.testing.ClockFixtures;
import id.tuntas.testing.EngineTest;
import id.tuntas.testing.Fixtures;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody moves a clock past the ledger, and a new version of the SOP does not set it back. */
@EngineTest
class ClockGuardTest {

    private static final String START = "2026-11-23T02:00:00Z";
    private static final Instant DUE = Instant.parse("2026-11-23T12:00:00Z");

    @Autowired
    ClockFixtures clocks;

    @Autowired
    ClockControl control;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identities;

    private ProcessInstance instance;
    private Task step;

    @BeforeEach
    void start() {
        clocks.endAll();
        clocks.deployed();
        clocks.staffed("penyelia-kasus", "kepala-uptd");
        instance = clocks.startedAt(START, null);
        step = clocks.step(instance, "langkah-terus");
        identities.setAuthentication("admin", List.of("camunda-admin"), List.of(Fixtures.MANGGARAI_BARAT));
    }

    @AfterEach
    void end() {
        clocks.endAll();
    }

    @Test
    void refusesAnotherDueDateOrReminderFromWhomeverAndRemembersIt() {
        Date later = Date.from(Instant.parse("2026-12-24T00:00:00Z"));
        Task due = tasks.createTaskQuery().taskId(step.getId()).singleResult();
        due.setDueDate(later);
        Task reminder = tasks.createTaskQuery().taskId(step.getId()).singleResult();
        reminder.setFollowUpDate(null);

        refused(() -> tasks.saveTask(due));
        refused(() -> tasks.saveTask(reminder));
        refused(() -> tasks.setDueDate(step.getId(), later));
        refused(() -> tasks.setFollowUpDate(step.getId(), later));

        nothingMoved();
        assertThat(clocks.eventsOf(step.getId()))
                .containsExactly("STARTED", "CHANGE_REFUSED", "CHANGE_REFUSED", "CHANGE_REFUSED", "CHANGE_REFUSED");
        assertThat(clocks.lastEventOf(step.getId()).get("actor")).isEqualTo("admin");
        assertThat(clocks.lastEventOf(step.getId()).get("reason")).isEqualTo("pengingat");
    }

    @Test
    void refusesToMoveRemoveOrStopTheTimerOfAStep() {
        String timer = timer();

        refused(() -> management.setJobDuedate(timer, Date.from(Instant.parse("2026-12-24T00:00:00Z"))));
        refused(() -> management.setJobDuedate(timer, null, true));
        refused(() -> management.deleteJob(timer));
        refused(() -> management.suspendJobById(timer));

        nothingMoved();
        assertThat(clocks.eventsOf(step.getId())).hasSize(5).contains("CHANGE_REFUSED");
    }

    @Test
    void refusesToStartAStepAnewForThatWouldStartItsClockAnew() {
        assertThatThrownBy(() -> runtime.createProcessInstanceModification(instance.getId())
                        .cancelAllForActivity("langkah-terus")
                        .startBeforeActivity("langkah-terus")
                        .execute())
                .hasMessageContaining("diulang");
        assertThatThrownBy(() -> runtime.createModification(instance.getProcessDefinitionId())
                        .processInstanceIds(instance.getId())
                        .startBeforeActivity("langkah-terus")
                        .executeAsync())
                .hasMessageContaining("diulang");

        nothingMoved();
        assertThat(clocks.eventsOf(step.getId())).containsExactly("STARTED", "CHANGE_REFUSED");
        assertThat(clocks.lastEventOf(step.getId()).get("reason")).isEqualTo("ubah-alur");
    }

    @Test
    void setsATimerThatIsFiredTooEarlyAgainAndCallsNothingLate() {
        management.executeJob(timer());

        nothingMoved();
        assertThat(clocks.clockOf(step).time("breached_at")).isNull();
        assertThat(clocks.told()).isEmpty();
        assertThat(clocks.lastEventOf(step.getId()).get("reason")).isEqualTo("terlalu-awal");
        clocks.timePassesTo("2026-11-23T12:00:00.001Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus");
    }

    @Test
    void bringsATimerThatIsCalculatedAnewBackIntoStep() {
        clocks.timePassesTo("2026-11-23T05:00:00Z");

        management.recalculateJobDuedate(timer(), false);

        nothingMoved();
    }

    @Test
    void letsASupervisorSaveAStepWhoseDatesAreAsTheyWere() {
        Task same = tasks.createTaskQuery().taskId(step.getId()).singleResult();
        same.setDueDate(new Date(same.getDueDate().getTime()));
        same.setPriority(70);

        tasks.saveTask(same);

        nothingMoved();
        assertThat(clocks.eventsOf(step.getId())).containsExactly("STARTED");
    }

    @Test
    void goesOnAsItWasInANewVersionOfTheSop() {
        identities.clearAuthentication();
        clocks.timePassesTo("2026-11-23T05:00:00Z");
        clocks.deployedAnew();
        String newest = newest();
        MigrationPlan plan = runtime.createMigrationPlan(instance.getProcessDefinitionId(), newest)
                .mapEqualActivities()
                .updateEventTriggers()
                .build();

        runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();

        nothingMoved();
        assertThat(clocks.clockOf(step).get("process_definition_id")).isEqualTo(newest);
        assertThat(clocks.eventsOf(step.getId())).containsExactly("STARTED", "MIGRATED");
        var stage = clocks.stageOf(instance, "TAHAP_UJI");
        assertThat(stage.time("due_at")).isEqualTo("2026-12-03T02:00:00Z");
        assertThat(stage.get("process_definition_id")).isEqualTo(newest);
        assertThat(clocks.timers(instance)).contains(stage.time("due_at"));
        clocks.timePassesTo("2026-11-23T12:00:01Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus");
    }

    @Test
    void goesOnWithWhatItWasGivenInANewVersionOfTheSop() {
        identities.clearAuthentication();
        transaction.executeWithoutResult(status -> control.extend(step.getId(), "kepala-uptd", "PT5H"));
        clocks.deployedAnew();
        MigrationPlan plan = runtime.createMigrationPlan(instance.getProcessDefinitionId(), newest())
                .mapEqualActivities()
                .updateEventTriggers()
                .build();

        runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();

        Instant later = DUE.plusSeconds(5 * 3600);
        assertThat(clocks.timerOf(step)).isEqualTo(later);
        assertThat(clocks.clockOf(step).time("due_at")).isEqualTo(later);
        assertThat(tasks.createTaskQuery().taskId(step.getId()).singleResult().getDueDate())
                .isEqualTo(Date.from(later));
    }

    private String newest() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("jam")
                .latestVersion()
                .singleResult()
                .getId();
    }

    private void refused(ThrowingCallable act) {
        assertThatThrownBy(act).hasMessageContaining("Atur tenggat langkah");
    }

    private void nothingMoved() {
        identities.clearAuthentication();
        Task now = tasks.createTaskQuery().taskId(step.getId()).singleResult();
        assertThat(now.getDueDate().toInstant()).isEqualTo(DUE);
        assertThat(now.getFollowUpDate().toInstant()).isEqualTo("2026-11-23T07:00:00Z");
        assertThat(clocks.timerOf(step)).isEqualTo(DUE);
        assertThat(clocks.clockOf(step).time("due_at")).isEqualTo(DUE);
    }

    private String timer() {
        return management.createJobQuery().processInstanceId(instance.getId()).timers().listPage(0, 20).stream()
                .filter(job -> job.getDuedate().toInstant().equals(DUE))
                .map(Job::getId)
                .findFirst()
                .orElseThrow();
    }
}
