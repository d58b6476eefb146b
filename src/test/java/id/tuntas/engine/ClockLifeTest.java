package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.sla.Sweep;
import id.tuntas.testing.ClockFixtures;
import id.tuntas.testing.EngineTest;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The life of a clock, from the step that opens to the ladder that ends; time is driven by hand. */
@EngineTest
class ClockLifeTest {

    // a Monday, 10:00 in Manggarai Barat (WITA)
    private static final String START = "2026-11-23T02:00:00Z";

    @Autowired
    ClockFixtures clocks;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Sweep sweep;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void deploy() {
        clocks.endAll();
        clocks.deployed();
        clocks.staffed("penyelia-kasus", "manajer-kasus", "kepala-uptd");
    }

    @AfterEach
    void end() {
        clocks.endAll();
    }

    @Test
    void startsWithItsStepAndPromisesOneDateEverywhere() {
        Task step = clocks.step(clocks.startedAt(START, null), "langkah-terus");

        var clock = clocks.clockOf(step);
        assertThat(clock.time("due_at")).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(step.getDueDate().toInstant()).isEqualTo(clock.time("due_at"));
        assertThat(clocks.timerOf(step)).isEqualTo(clock.time("due_at"));
        assertThat(step.getFollowUpDate().toInstant())
                .isEqualTo(clock.time("remind_at"))
                .isEqualTo("2026-11-23T07:00:00Z");
        assertThat(clock.get("case_number")).isEqualTo("MABAR-2026-0001");
        assertThat(clock.get("stage_id")).isEqualTo("TAHAP_UJI");
        assertThat(clock.get("agency_id")).isEqualTo("uptd-ppa");
        assertThat(clock.get("owner_group")).isEqualTo("pendamping-ppa");
        assertThat(clocks.eventsOf(step.getId())).containsExactly("STARTED");
    }

    @Test
    void countsOfficeHoursWhereTheStepSaysSo() {
        Task step = clocks.step(clocks.startedAt(START, null), "langkah-kerja");

        assertThat(step.getDueDate().toInstant()).isEqualTo("2026-11-26T02:00:00Z");
        assertThat(clocks.clockOf(step).get("measure")).isEqualTo("WORKING_DAYS");
    }

    @Test
    void givesTheStageAClockOfItsOwn() {
        ProcessInstance instance = clocks.startedAt(START, null);

        var stage = clocks.stageOf(instance, "TAHAP_UJI");
        assertThat(stage.time("due_at")).isEqualTo("2026-12-03T02:00:00Z");

        clocks.timePassesTo("2026-12-03T02:00:01Z");
        assertThat(clocks.stageOf(instance, "TAHAP_UJI").time("breached_at")).isEqualTo("2026-12-03T02:00:00Z");
        assertThat(clocks.stageOf(instance, "TAHAP_UJI").get("rung")).isEqualTo(1);
        assertThat(clocks.eventsOf((String) stage.get("id"))).containsExactly("STARTED", "BREACHED", "RUNG_TOLD");

        tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .list()
                .forEach(open -> tasks.complete(open.getId()));
        assertThat(clocks.stageOf(instance, "TAHAP_UJI").get("outcome")).isEqualTo("SELESAI");
    }

    @Test
    void remembersWhoTookTheStepFirstAndThatItIsDone() {
        Task step = clocks.step(clocks.startedAt(START, null), "langkah-terus");
        clocks.timePassesTo("2026-11-23T02:30:00Z");
        tasks.claim(step.getId(), "penyelia-kasus");
        clocks.timePassesTo("2026-11-23T03:00:00Z");
        tasks.setAssignee(step.getId(), "kepala-uptd");
        tasks.complete(step.getId());

        var clock = clocks.clock(step.getId());
        assertThat(clock.time("claimed_at")).isEqualTo("2026-11-23T02:30:00Z");
        assertThat(clock.time("done_at")).isEqualTo("2026-11-23T03:00:00Z");
        assertThat(clock.get("outcome")).isEqualTo("SELESAI");
        assertThat(clock.time("breached_at")).isNull();
        assertThat(clocks.eventsOf(step.getId())).containsExactly("STARTED", "CLAIMED", "DONE");
    }

    @Test
    void knowsWhoHasTheStepNow() {
        Task step = clocks.step(clocks.startedAt(START, null), "langkah-terus");
        assertThat(clocks.clockOf(step).get("assignee")).isNull();

        tasks.claim(step.getId(), "penyelia-kasus");
        assertThat(clocks.clockOf(step).get("assignee")).isEqualTo("penyelia-kasus");
        tasks.setAssignee(step.getId(), "manajer-kasus");
        assertThat(clocks.clockOf(step).get("assignee")).isEqualTo("manajer-kasus");
        tasks.claim(step.getId(), null);
        assertThat(clocks.clockOf(step).get("assignee")).isNull();

        tasks.claim(step.getId(), "manajer-kasus");
        tasks.complete(step.getId());
        assertThat(clocks.clock(step.getId()).get("assignee"))
                .as("who has done it")
                .isEqualTo("manajer-kasus");
    }

    @Test
    void endsWithTheCaseWithoutCallingItDone() {
        ProcessInstance instance = clocks.startedAt(START, null);
        Task step = clocks.step(instance, "langkah-terus");

        runtime.deleteProcessInstance(instance.getId(), "uji");

        assertThat(clocks.clock(step.getId()).get("outcome")).isEqualTo("BATAL");
        assertThat(clocks.stageOf(instance, "TAHAP_UJI").get("outcome")).isEqualTo("BATAL");
    }

    @Test
    void remindsOnceAtItsShareOfTheBudget() {
        Task step = clocks.step(clocks.startedAt(START, null), "langkah-terus");

        clocks.timePassesTo("2026-11-23T06:59:59Z");
        sweep.run();
        assertThat(clocks.clockOf(step).time("reminded_at")).isNull();

        clocks.timePassesTo("2026-11-23T07:00:00Z");
        sweep.run();
        sweep.run();
        assertThat(clocks.clockOf(step).time("reminded_at")).isEqualTo("2026-11-23T07:00:00Z");
        assertThat(clocks.eventsOf(step.getId())).containsOnlyOnce("REMINDED");
    }

    @Test
    void offersAStepThatNobodyTakesToTheFirstRungToo() {
        ProcessInstance instance = clocks.startedAt(START, null);
        Task step = clocks.step(instance, "langkah-terus");

        clocks.timePassesTo("2026-11-23T03:00:00Z");
        sweep.run();

        assertThat(clocks.clockOf(step).time("respond_late_at")).isEqualTo("2026-11-23T03:00:00Z");
        assertThat(tasks.createTaskQuery()
                        .taskId(step.getId())
                        .taskCandidateGroup("penyelia-kasus")
                        .count())
                .isEqualTo(1);
        assertThat(clocks.clockOf(clocks.step(instance, "langkah-kerja")).time("respond_late_at"))
                .isNull();
    }

    @Test
    void asksNobodyElseOnceAStepIsTaken() {
        Task step = clocks.step(clocks.startedAt(START, null), "langkah-terus");
        tasks.claim(step.getId(), "manajer-kasus");

        clocks.timePassesTo("2026-11-23T03:00:00Z");
        sweep.run();

        assertThat(clocks.clockOf(step).time("respond_late_at")).isNull();
        assertThat(clocks.eventsOf(step.getId())).doesNotContain("RESPONSE_LATE");
    }

    @Test
    void rollsTheStepBackIfItCannotBeWritten() {
        db.sql("alter table step_clock rename to step_clock_away").update();
        try {
            assertThatThrownBy(() -> clocks.startedAt(START, null)).isNotNull();
        } finally {
            db.sql("alter table step_clock_away rename to step_clock").update();
        }
        assertThat(tasks.createTaskQuery().count()).isZero();
        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
    }

    @Test
    void isLateWhenDoneAfterItsTimeThoughTheTimerHadNotFiredYet() {
        Task step = clocks.step(clocks.startedAt(START, null), "langkah-terus");
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-11-23T12:00:03Z")));

        tasks.complete(step.getId());

        assertThat(clocks.clock(step.getId()).time("breached_at")).isEqualTo("2026-11-23T12:00:03Z");
    }
}
