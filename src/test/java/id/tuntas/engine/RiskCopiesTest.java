package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.sla.ClockAudit;
import id.tuntas.testing.ClockFixtures;
import id.tuntas.testing.EngineTest;
import id.tuntas.testing.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a case has told the processes it called about danger, it tells them again when it changes. */
@EngineTest
class RiskCopiesTest {

    private static final String START = "2026-11-23T02:00:00Z";
    private static final String RISK = "tingkatRisiko";

    @Autowired
    ProcessEngine engine;

    @Autowired
    Fixtures fixtures;

    @Autowired
    ClockFixtures clocks;

    @Autowired
    ClockAudit audit;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    FormService forms;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient db;

    private ProcessInstance instance;

    @BeforeEach
    void start() {
        clocks.endAll();
        clocks.staffed("penyelia-kasus", "manajer-kasus", "kepala-uptd");
        engine.getRepositoryService()
                .createDeployment()
                .name("bahaya")
                .addClasspathResource("testsop/bahaya.bpmn")
                .addClasspathResource("bpmn/jarak-anak-tangga.dmn")
                .enableDuplicateFiltering(false)
                .deploy();
        fixtures.timeIs(START);
        instance = opened("MABAR-2026-0001");
    }

    @AfterEach
    void end() {
        clocks.endAll();
    }

    @Test
    void theFormOfAnOpenReferralSaysWhatTheCaseSays() {
        riskIs("DARURAT");

        assertThat(referrals("jawab")).hasSize(2).allSatisfy(step -> {
            assertThat(forms.getTaskFormVariables(step.getId()).get(RISK)).isEqualTo("DARURAT");
            assertThat(clocks.clockOf(step).time("due_at")).isEqualTo("2026-11-23T04:00:00Z");
            assertThat(step.getDueDate().toInstant()).isEqualTo("2026-11-23T04:00:00Z");
        });
        assertThat(differences()).isEmpty();
    }

    @Test
    void aDecisionInAReferralIsMadeByTheRiskOfThatMoment() {
        riskIs("DARURAT");
        Task step = referrals("jawab").get(0);

        tasks.complete(step.getId());

        assertThat(runtime.getVariable(step.getProcessInstanceId(), "jarakAnakTangga"))
                .isEqualTo("PT15M");
    }

    @Test
    void itIsToldAgainEachTimeItRisesAndWhenItFalls() {
        for (String risk : List.of("TINGGI", "DARURAT", "RENDAH")) {
            riskIs(risk);
            assertThat(copies(instance)).containsExactly(risk, risk);
        }
        riskIs(null);
        assertThat(copies(instance)).containsExactly(null, null);
        assertThat(referrals("jawab")).allSatisfy(step -> assertThat(clocks.eventsOf(step.getId()))
                .containsExactly("STARTED", "RISK_CHANGED", "RISK_CHANGED", "RISK_CHANGED"));
        assertThat(differences()).isEmpty();
    }

    @Test
    void whatIsLateStaysLateWhenTheRiskFalls() {
        riskIs("DARURAT");
        fixtures.timeIs("2026-11-23T04:00:01Z");

        riskIs("RENDAH");

        assertThat(referrals("jawab")).allSatisfy(step -> {
            assertThat(forms.getTaskFormVariables(step.getId()).get(RISK)).isEqualTo("RENDAH");
            assertThat(clocks.clockOf(step).time("due_at")).isEqualTo("2026-11-23T04:00:00Z");
        });
    }

    @Test
    void whetherTheVictimIsOneOfTraffickingIsToldToo() {
        runtime.setVariable(instance.getId(), "unsurTppo", true);

        assertThat(referrals("jawab")).allSatisfy(step -> assertThat(tasks.getVariable(step.getId(), "unsurTppo"))
                .isEqualTo(true));
    }

    @Test
    void theCaseIsToldOnceWhatOneReferralFindsAndSoAreTheOthers() {
        Task found = referrals("jawab").get(0);
        tasks.complete(found.getId(), Map.of("risikoDitemukan", "DARURAT"));
        assertThat(copies(instance)).as("not yet").containsExactly("SEDANG", "SEDANG");

        tasks.complete(referrals("layani").get(0).getId());

        assertThat(runtime.getVariable(instance.getId(), RISK)).isEqualTo("DARURAT");
        assertThat(copies(instance)).containsExactly("DARURAT");
        assertThat(clocks.clockOf(referrals("jawab").get(0)).time("due_at")).isEqualTo("2026-11-23T04:00:00Z");
        assertThat(changesOf(found.getProcessInstanceId()))
                .as("what had ended kept what it knew")
                .containsExactly("SEDANG");
    }

    @Test
    void anotherCaseIsLeftAlone() {
        ProcessInstance other = opened("MABAR-2026-0002");

        riskIs("DARURAT");

        assertThat(copies(other)).containsExactly("SEDANG", "SEDANG");
        assertThat(copies(instance)).containsExactly("DARURAT", "DARURAT");
    }

    @Test
    void aReferralThatHasEndedKeepsWhatItKnew() {
        Task ended = referrals("jawab").get(0);
        tasks.complete(ended.getId());
        tasks.complete(referrals("layani").get(0).getId());

        riskIs("DARURAT");

        assertThat(copies(instance)).containsExactly("DARURAT");
        assertThat(changesOf(ended.getProcessInstanceId())).containsExactly("SEDANG");
    }

    @Test
    void whoWasToldNothingIsToldNothing() {
        riskIs("DARURAT");

        assertThat(tasks.getVariables(referrals("polos").get(0).getId())).doesNotContainKey(RISK);
    }

    @Test
    void aReferralCannotTellTheCaseByItself() {
        runtime.setVariable(referrals("jawab").get(0).getProcessInstanceId(), RISK, "RENDAH");

        assertThat(runtime.getVariable(instance.getId(), RISK)).isEqualTo("SEDANG");
        assertThat(referrals("jawab"))
                .allSatisfy(
                        step -> assertThat(clocks.clockOf(step).time("due_at")).isEqualTo("2026-11-23T12:00:00Z"));
    }

    @Test
    void aReferralThatIsCalledInTheSameTransactionIsToldAsWell() {
        inOneCommand(root -> {
            instance = opened("MABAR-2026-0003");
            riskIs("DARURAT");
        });

        assertThat(copies(instance)).containsExactly("DARURAT", "DARURAT");
    }

    @Test
    void ofTwoRisksAtOnceOneIsRefusedAltogether() {
        assertThatThrownBy(() -> inOneCommand(root -> {
                    assertThat(root.getVariable(RISK)).isEqualTo("SEDANG");
                    CompletableFuture.runAsync(() -> riskIs("TINGGI")).join();
                    root.setVariable(RISK, "DARURAT");
                }))
                .isInstanceOf(OptimisticLockingException.class);

        assertThat(runtime.getVariable(instance.getId(), RISK)).isEqualTo("TINGGI");
        assertThat(copies(instance)).containsExactly("TINGGI", "TINGGI");
        assertThat(referrals("jawab"))
                .allSatisfy(
                        step -> assertThat(clocks.clockOf(step).time("due_at")).isEqualTo("2026-11-23T07:00:00Z"));
        assertThat(differences()).isEmpty();
    }

    @Test
    void theFormOfWhoIsToldThatAStepIsLateSaysIt() {
        clocks.deployed();
        instance = clocks.startedAt(START, "SEDANG");
        clocks.timePassesTo("2026-11-23T13:00:00Z");
        Task followUp = tasks.createTaskQuery()
                .taskDefinitionKey("tindak-lanjut-keterlambatan")
                .singleResult();
        assertThat(forms.getTaskFormVariables(followUp.getId()).get(RISK)).isEqualTo("SEDANG");

        riskIs("DARURAT");

        assertThat(forms.getTaskFormVariables(followUp.getId()).get(RISK)).isEqualTo("DARURAT");
        assertThat(clocks.clockOf(followUp).get("budget")).isEqualTo("PT30M");
        assertThat(differences()).isEmpty();
    }

    private ProcessInstance opened(String number) {
        fixtures.signedInFrom(Fixtures.MANGGARAI_BARAT);
        ProcessInstance opened =
                fixtures.started("bahaya", Map.of("nomorKasus", number, RISK, "SEDANG", "unsurTppo", false));
        engine.getIdentityService().clearAuthentication();
        return opened;
    }

    private void riskIs(String risk) {
        runtime.setVariable(instance.getId(), RISK, risk);
    }

    private void inOneCommand(Consumer<ExecutionEntity> work) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    work.accept(context.getExecutionManager().findExecutionById(instance.getId()));
                    return null;
                });
    }

    /** Open steps with that id of processes the case has called. */
    private List<Task> referrals(String step) {
        return tasks.createTaskQuery().taskDefinitionKey(step).list().stream()
                .filter(task -> called(instance).contains(task.getProcessInstanceId()))
                .toList();
    }

    private List<String> called(ProcessInstance caller) {
        return runtime.createProcessInstanceQuery().superProcessInstanceId(caller.getId()).list().stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    private List<Object> copies(ProcessInstance caller) {
        return called(caller).stream()
                .map(id -> runtime.getVariables(id))
                .filter(known -> known.containsKey(RISK))
                .map(known -> known.get(RISK))
                .toList();
    }

    private List<Object> changesOf(String processInstanceId) {
        return history
                .createHistoricVariableInstanceQuery()
                .processInstanceId(processInstanceId)
                .variableName(RISK)
                .list()
                .stream()
                .map(HistoricVariableInstance::getValue)
                .toList();
    }

    /** Clocks of the case in which table, history and ledger disagree. */
    private List<ClockAudit.Difference> differences() {
        List<String> own = db.sql("select id from step_clock where process_instance_id = ?")
                .param(instance.getId())
                .query(String.class)
                .list();
        assertThat(own).isNotEmpty();
        return audit.check().differences().stream()
                .filter(difference -> own.contains(difference.clockId()))
                .toList();
    }
}
