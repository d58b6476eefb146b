package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.sla.ClockControl;
import id.tuntas.testing.ClockFixtures;
import id.tuntas.testing.EngineTest;
import id.tuntas.testing.Fixtures;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** When the risk of a case changes, its running clocks count the new budget from their start. */
@EngineTest
class RebudgetTest {

    private static final String START = "2026-11-23T02:00:00Z";

    @Autowired
    ClockFixtures clocks;

    @Autowired
    Fixtures fixtures;

    @Autowired
    ClockControl control;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    IdentityService identities;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

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
    void shortensARunningClockFromItsStartWhenTheRiskRises() {
        ProcessInstance instance = clocks.startedAt(START, "TINGGI");
        Task step = clocks.step(instance, "langkah-terus");
        clocks.timePassesTo("2026-11-23T03:00:00Z");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "DARURAT");

        everythingSays(step, "2026-11-23T04:00:00Z");
        assertThat(clocks.clockOf(step).get("risk")).isEqualTo("DARURAT");
        assertThat(clocks.lastEventOf(step.getId()).get("kind")).isEqualTo("RISK_CHANGED");
    }

    @Test
    void isLateAtOnceIfTheNewBudgetIsUsedUpAlready() {
        ProcessInstance instance = clocks.startedAt(START, "TINGGI");
        Task step = clocks.step(instance, "langkah-terus");
        clocks.timePassesTo("2026-11-23T08:00:00Z");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "DARURAT");
        assertThat(clocks.timePassesTo("2026-11-23T08:00:01Z")).isPositive();

        assertThat(clocks.clockOf(step).time("breached_at")).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus");
    }

    @Test
    void givesMoreTimeWhenTheRiskFallsInTime() {
        ProcessInstance instance = clocks.startedAt(START, "DARURAT");
        Task step = clocks.step(instance, "langkah-terus");
        clocks.timePassesTo("2026-11-23T03:00:00Z");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "RENDAH");

        everythingSays(step, "2026-11-23T22:00:00Z");
    }

    @Test
    void neverMakesALateStepInTime() {
        ProcessInstance instance = clocks.startedAt(START, "DARURAT");
        Task step = clocks.step(instance, "langkah-terus");
        clocks.timePassesTo("2026-11-23T04:00:01Z");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "RENDAH");

        assertThat(clocks.clockOf(step).time("due_at")).isEqualTo("2026-11-23T04:00:00Z");
        assertThat(clocks.clockOf(step).time("breached_at")).isEqualTo("2026-11-23T04:00:00Z");
        assertThat(clocks.clockOf(step).get("risk")).isEqualTo("RENDAH");
        assertThat(clocks.eventsOf(step.getId())).doesNotContain("RISK_CHANGED");
    }

    @Test
    void countsEveryHourOfAStepInOfficeHoursOnceTheVictimIsInDanger() {
        ProcessInstance instance = clocks.startedAt("2026-11-27T02:00:00Z", "SEDANG");
        Task step = clocks.step(instance, "langkah-kerja");
        everythingSays(step, "2026-12-02T02:00:00Z");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "TINGGI");
        everythingSays(step, "2026-11-30T02:00:00Z");
        assertThat(clocks.clockOf(step).get("calendar")).isEqualTo("terus");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "RENDAH");
        everythingSays(step, "2026-12-02T02:00:00Z");
        assertThat(clocks.clockOf(step).get("measure")).isEqualTo("WORKING_DAYS");
    }

    @Test
    void leavesAloneWhatHasNoBudgetOfThatRisk() {
        ProcessInstance instance = clocks.startedAt(START, "TINGGI");
        Task statutory = clocks.step(instance, "langkah-hukum");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "DARURAT");

        everythingSays(statutory, "2026-11-26T02:00:00Z");
        assertThat(clocks.clockOf(statutory).get("risk")).isEqualTo("DARURAT");
    }

    @Test
    void shortensTheStageToo() {
        ProcessInstance instance = clocks.startedAt(START, "TINGGI");
        assertThat(clocks.stageOf(instance, "TAHAP_UJI").time("due_at")).isEqualTo("2026-12-03T02:00:00Z");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "DARURAT");

        assertThat(clocks.stageOf(instance, "TAHAP_UJI").time("due_at")).isEqualTo("2026-11-25T02:00:00Z");
        assertThat(clocks.timers(instance)).contains(Instant.parse("2026-11-25T02:00:00Z"));
    }

    @Test
    void givesAnExtensionOfALowerRiskNoLonger() {
        ProcessInstance instance = clocks.startedAt(START, "SEDANG");
        Task step = clocks.step(instance, "langkah-terus");
        transaction.executeWithoutResult(status -> control.extend(step.getId(), "penyelia-kasus", "PT5H"));
        everythingSays(step, "2026-11-23T17:00:00Z");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "DARURAT");

        everythingSays(step, "2026-11-23T04:00:00Z");
    }

    @Test
    void leavesOutOfTheNewBudgetWhatAPauseHasLeftOut() {
        ProcessInstance instance = clocks.startedAt(START, "SEDANG");
        Task step = clocks.step(instance, "langkah-terus");
        clocks.timePassesTo("2026-11-23T03:00:00Z");
        transaction.executeWithoutResult(status ->
                control.pause(step.getId(), "petugas", "menunggu-korban", Instant.parse("2026-11-23T08:00:00Z")));
        clocks.timePassesTo("2026-11-23T08:30:00Z");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "DARURAT");

        // one of two hours was used up before the pause
        everythingSays(step, "2026-11-23T09:00:00Z");
    }

    @Test
    void countsTheTimeToTakeAStepByTheNewRiskToo() {
        ProcessInstance instance = startedOnFridayAt("2026-11-27T08:00:00Z");
        Task step = clocks.step(instance, "penutup");
        // half an hour of the Friday is left
        assertThat(clocks.clockOf(step).time("respond_by")).isEqualTo("2026-11-30T01:00:00Z");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "DARURAT");
        assertThat(clocks.clockOf(step).time("respond_by")).isEqualTo("2026-11-27T10:00:00Z");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "SEDANG");
        assertThat(clocks.clockOf(step).time("respond_by")).isEqualTo("2026-11-30T01:00:00Z");
    }

    @Test
    void leavesTheTimeToTakeAStepAsItWasOnceItIsPastOrTheStepIsTaken() {
        Task taken = clocks.step(startedOnFridayAt("2026-11-27T08:00:00Z"), "penutup");
        tasks.claim(taken.getId(), "manajer-kasus");
        runtime.setVariable(taken.getProcessInstanceId(), "tingkatRisiko", "DARURAT");
        assertThat(clocks.clockOf(taken).time("respond_by")).isEqualTo("2026-11-30T01:00:00Z");

        Task late = clocks.step(startedOnFridayAt("2026-11-27T08:00:00Z"), "penutup");
        runtime.setVariable(late.getProcessInstanceId(), "tingkatRisiko", "DARURAT");
        clocks.timePassesTo("2026-11-27T10:00:00Z");
        runtime.setVariable(late.getProcessInstanceId(), "tingkatRisiko", "SEDANG");
        assertThat(clocks.clockOf(late).time("respond_by")).isEqualTo("2026-11-27T10:00:00Z");
    }

    @Test
    void countsAStepThatOpensInTheSameMomentAsTheRiskIsKnown() {
        ProcessInstance instance = clocks.startedAt(START, "TINGGI");
        Task step = clocks.step(instance, "langkah-terus");

        runtime.setVariables(instance.getId(), Map.of("tingkatRisiko", "DARURAT", "lain", 1));

        everythingSays(step, "2026-11-23T04:00:00Z");
    }

    @Test
    void countsARungThatIsToldLaterByTheRiskOfThatMoment() {
        ProcessInstance instance = clocks.startedAt(START, "SEDANG");
        clocks.timePassesTo("2026-11-23T13:00:00Z");
        assertThat(clocks.told()).contains("penyelia-kasus");
        Task first = newestFollowUp();
        assertThat(clocks.clockOf(first).get("budget")).isEqualTo("PT24H");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "DARURAT");
        clocks.timePassesTo("2026-11-23T17:30:00Z");

        Task later = newestFollowUp();
        assertThat(later.getCreateTime()).isAfter(first.getCreateTime());
        assertThat(clocks.clockOf(later).get("risk")).isEqualTo("DARURAT");
        assertThat(clocks.clockOf(later).get("budget")).isEqualTo("PT30M");
        assertThat(later.getDueDate().toInstant())
                .isEqualTo(later.getCreateTime().toInstant().plusSeconds(1800));
    }

    @Test
    void hurriesALadderWhenTheVictimComesIntoDanger() {
        ProcessInstance instance = clocks.startedAt(START, "SEDANG");
        Task step = clocks.step(instance, "langkah-terus");
        clocks.timePassesTo("2026-11-23T13:00:00Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus");
        assertThat(clocks.clockOf(step).time("next_rung_at")).isEqualTo("2026-11-23T17:00:00Z");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "DARURAT");
        assertThat(clocks.clockOf(step).time("next_rung_at"))
                .as("a quarter of an hour after the first was told has passed")
                .isEqualTo("2026-11-23T13:00:00Z");
        clocks.timePassesTo("2026-11-23T13:00:00.001Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus", "manajer-kasus");
        clocks.timePassesTo("2026-11-23T13:15:00.001Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus", "manajer-kasus", "kepala-uptd");
        assertThat(clocks.eventsOf(step.getId())).containsOnlyOnce("RISK_CHANGED");
        assertThat(clocks.clockOf(step).time("due_at")).as("late stays late").isEqualTo("2026-11-23T12:00:00Z");
    }

    @Test
    void givesALadderTheRestOfTheShorterTime() {
        ProcessInstance instance = clocks.startedAt(START, "SEDANG");
        Task step = clocks.step(instance, "langkah-terus");
        clocks.timePassesTo("2026-11-23T12:05:00Z");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "DARURAT");

        assertThat(clocks.clockOf(step).time("next_rung_at")).isEqualTo("2026-11-23T12:15:00Z");
        clocks.timePassesTo("2026-11-23T12:14:59Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus");
        clocks.timePassesTo("2026-11-23T12:15:00.001Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus", "manajer-kasus");
    }

    @Test
    void slowsNoLadderWhenTheRiskFalls() {
        ProcessInstance instance = clocks.startedAt(START, "DARURAT");
        clocks.timePassesTo("2026-11-23T04:01:00Z");

        runtime.setVariable(instance.getId(), "tingkatRisiko", "RENDAH");

        clocks.timePassesTo("2026-11-23T04:15:00.001Z");
        assertThat(clocks.told()).containsExactly("penyelia-kasus", "manajer-kasus");
        clocks.timePassesTo("2026-11-23T04:30:00.001Z");
        assertThat(clocks.told()).hasSize(3);
    }

    private ProcessInstance startedOnFridayAt(String instant) {
        fixtures.deployed("bahaya.bpmn");
        fixtures.timeIs(instant);
        fixtures.signedInFrom(Fixtures.MANGGARAI_BARAT);
        ProcessInstance started =
                fixtures.started("bahaya", Map.of("nomorKasus", "MABAR-2026-0001", "tingkatRisiko", "SEDANG"));
        identities.clearAuthentication();
        return started;
    }

    private Task newestFollowUp() {
        return tasks.createTaskQuery()
                .taskDefinitionKey("tindak-lanjut-keterlambatan")
                .orderByTaskCreateTime()
                .desc()
                .listPage(0, 1)
                .get(0);
    }

    private void everythingSays(Task step, String due) {
        Instant instant = Instant.parse(due);
        assertThat(clocks.clockOf(step).time("due_at")).isEqualTo(instant);
        assertThat(tasks.createTaskQuery()
                        .taskId(step.getId())
                        .singleResult()
                        .getDueDate()
                        .toInstant())
                .isEqualTo(instant);
        assertThat(clocks.timerOf(step)).isEqualTo(instant);
    }
}
