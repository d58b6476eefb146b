package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.sla.Sweep;
import id.tuntas.testing.ClockFixtures;
import id.tuntas.testing.EngineTest;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A late step climbs the ladder of its own, rung by rung, until it is done. */
@EngineTest
class LadderTest {

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
    void tellsTheFirstRungWhenTheStepIsLateAndTheNextAfterHalfOfTheBudget() {
        ProcessInstance instance = clocks.startedAt(START, null);
        Task step = clocks.step(instance, "langkah-terus");

        clocks.timePassesTo("2026-11-23T12:00:00.001Z");
        assertThat(clocks.clockOf(step).time("breached_at")).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus");

        clocks.timePassesTo("2026-11-23T17:00:00.001Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus", "manajer-kasus");

        clocks.timePassesTo("2026-11-23T22:00:00.001Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus", "manajer-kasus", "kepala-uptd");
        assertThat(clocks.clockOf(step).get("rung")).isEqualTo(3);

        clocks.timePassesTo("2026-11-24T12:00:00Z");
        assertThat(clocks.told()).as("there is nobody above").hasSize(3);
        assertThat(clocks.clockOf(step).time("legal_breach_at")).isNull();
        assertThat(clocks.step(instance, "langkah-terus")).isNotNull();
    }

    @Test
    void writesDownWhenItGoesOnAsItsTimerDoes() {
        ProcessInstance instance = clocks.startedAt(START, null);
        Task step = clocks.step(instance, "langkah-terus");
        assertThat(clocks.clockOf(step).time("next_rung_at")).isNull();

        clocks.timePassesTo("2026-11-23T12:00:00.001Z");
        assertThat(clocks.clockOf(step).time("next_rung_at")).isEqualTo("2026-11-23T17:00:00Z");

        clocks.timePassesTo("2026-11-23T22:00:00.001Z");
        assertThat(clocks.clockOf(step).time("next_rung_at"))
                .as("there is nobody above")
                .isNull();
    }

    @Test
    void climbsByMinutesInAnEmergency() {
        clocks.startedAt(START, "DARURAT");

        clocks.timePassesTo("2026-11-23T04:00:00.001Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus");
        clocks.timePassesTo("2026-11-23T04:15:00.001Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus", "manajer-kasus");
        clocks.timePassesTo("2026-11-23T04:30:00.001Z");
        assertThat(clocks.told()).hasSize(3);
    }

    @Test
    void goesOnClimbingAfterARungHasAnsweredWhileTheStepIsNotDone() {
        clocks.startedAt(START, null);
        clocks.timePassesTo("2026-11-23T12:00:00.001Z");

        Task rung = tasks.createTaskQuery()
                .taskDefinitionKey("tindak-lanjut-keterlambatan")
                .singleResult();
        assertThat(clocks.clockOf(rung).time("due_at")).isEqualTo("2026-11-24T12:00:00Z");
        tasks.complete(rung.getId());
        assertThat(clocks.told()).isEmpty();

        clocks.timePassesTo("2026-11-23T17:00:00.001Z");
        assertThat(clocks.told()).containsExactly("manajer-kasus");
    }

    @Test
    void endsByItselfWhenTheLateStepIsDone() {
        ProcessInstance instance = clocks.startedAt(START, null);
        Task step = clocks.step(instance, "langkah-terus");
        clocks.timePassesTo("2026-11-23T17:00:00.001Z");
        assertThat(clocks.told()).hasSize(2);

        tasks.complete(step.getId());

        assertThat(clocks.told()).isEmpty();
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("eskalasi")
                        .count())
                .isZero();
        assertThat(clocks.eventsOf(step.getId()))
                .containsExactly("STARTED", "BREACHED", "RUNG_TOLD", "RUNG_TOLD", "DONE", "LADDER_ENDED");
        assertThat(clocks.step(instance, "langkah-kerja")).isNotNull();
    }

    @Test
    void isEndedByTheSweepIfACrashCameBetween() {
        Task step = clocks.step(clocks.startedAt(START, null), "langkah-terus");
        clocks.timePassesTo("2026-11-23T12:00:00.001Z");
        // what is left of a node that dies right after the commit
        db.sql("update step_clock set done_at = started_at, outcome = 'SELESAI' where id = ?")
                .param(step.getId())
                .update();

        sweep.run();

        assertThat(clocks.told()).isEmpty();
        assertThat(clocks.clock(step.getId()).time("ladder_ended_at")).isNotNull();
    }

    @Test
    void climbsApartForTwoStepsThatAreLateAtOnce() {
        ProcessInstance instance = clocks.startedAt(START, null);
        Task statutory = clocks.step(instance, "langkah-hukum");
        Task working = clocks.step(instance, "langkah-kerja");
        tasks.complete(clocks.step(instance, "langkah-terus").getId());

        // both run out on Thursday 10:00 local time
        clocks.timePassesTo("2026-11-26T02:00:00.001Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus", "penyelia-kasus");

        tasks.complete(working.getId());
        assertThat(clocks.told()).containsExactly("penyelia-kasus");
        assertThat(clocks.clockOf(statutory).time("ladder_ended_at")).isNull();
        clocks.timePassesTo("2026-11-27T02:00:00.001Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus", "kepala-uptd");
    }

    @Test
    void skipsARungWithNobodyInItAndPutsThatOnRecord() {
        clocks.staffed("kepala-uptd");
        Task step = clocks.step(clocks.startedAt(START, null), "langkah-terus");

        clocks.timePassesTo("2026-11-23T12:00:00.001Z");

        assertThat(clocks.told()).containsExactly("kepala-uptd");
        assertThat(clocks.clockOf(step).get("rung")).isEqualTo(3);
        assertThat(clocks.eventsOf(step.getId()))
                .containsExactly("STARTED", "BREACHED", "RUNG_EMPTY", "RUNG_EMPTY", "RUNG_TOLD");
    }

    @Test
    void saysSoIfThereIsNobodyAtAll() {
        clocks.staffed();
        Task step = clocks.step(clocks.startedAt(START, null), "langkah-hukum");

        clocks.timePassesTo("2026-11-26T02:00:00.001Z");

        assertThat(clocks.told()).isEmpty();
        assertThat(clocks.eventsOf(step.getId()))
                .containsExactly("STARTED", "BREACHED", "RUNG_EMPTY", "RUNG_EMPTY", "LEGAL_BREACH");
    }

    @Test
    void marksABrokenLegalLimitForGoodAtTheLastRung() {
        ProcessInstance instance = clocks.startedAt(START, null);
        Task step = clocks.step(instance, "langkah-hukum");

        clocks.timePassesTo("2026-11-26T02:00:00.001Z");
        assertThat(clocks.clockOf(step).time("legal_breach_at")).isNull();
        clocks.timePassesTo("2026-11-27T14:00:00.001Z");
        assertThat(clocks.clockOf(step).time("legal_breach_at")).isEqualTo("2026-11-27T02:00:00Z");

        tasks.complete(step.getId());
        assertThat(clocks.clock(step.getId()).time("legal_breach_at")).isEqualTo("2026-11-27T02:00:00Z");
    }
}
