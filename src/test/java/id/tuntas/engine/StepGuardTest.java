package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepGuardTest {

    private static final String SUPERVISOR = "penyelia-kasus";

    private static ProcessEngine engine;

    private String deployment;
    private Task step;

    @BeforeAll
    static void startEngine() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        List<ProcessEnginePlugin> plugins = new ArrayList<>(configuration.getProcessEnginePlugins());
        plugins.add(new SpinProcessEnginePlugin());
        plugins.add(new StepGuardPlugin(Clock.systemUTC()));
        configuration.setProcessEnginePlugins(plugins);
        configuration.setProcessEngineName("step-guard");
        configuration.setJdbcUrl("jdbc:h2:mem:step-guard;DB_CLOSE_DELAY=-1");
        configuration.setHistory("audit");
        configuration.setTenantResourceWhitelistPattern("[a-zA-Z0-9-]+");
        configuration.setGeneralResourceWhitelistPattern("[a-zA-Z0-9-]+");
        engine = configuration.buildProcessEngine();
        officer("ani", "ujipetugas");
        officer("budi", "ujipetugas");
        officer("citra", "kelompok-lain");
        officer("dewi", SUPERVISOR);
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    private static void officer(String id, String group) {
        User user = engine.getIdentityService().newUser(id);
        engine.getIdentityService().saveUser(user);
        if (engine.getIdentityService().createGroupQuery().groupId(group).count() == 0) {
            Group saved = engine.getIdentityService().newGroup(group);
            engine.getIdentityService().saveGroup(saved);
        }
        engine.getIdentityService().createMembership(id, group);
    }

    @BeforeEach
    void openStep() {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("testsop/uji-langkah.bpmn")
                .addClasspathResource("testsop/uji-mulai.form")
                .addClasspathResource("testsop/uji-periksa.form")
                .deploy()
                .getId();
        ProcessInstance started = start(Map.of("nama", "Melati", "usia", 12));
        step = tasks().createTaskQuery().processInstanceId(started.getId()).singleResult();
    }

    @AfterEach
    void forget() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    private static TaskService tasks() {
        return engine.getTaskService();
    }

    private static void signIn(String user, String... groups) {
        engine.getIdentityService().setAuthentication(user, List.of(groups));
    }

    private static ProcessInstance start(Map<String, Object> answers) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("uji-langkah")
                .latestVersion()
                .singleResult()
                .getId();
        return engine.getFormService().submitStartForm(definition, answers);
    }

    private void submit(Map<String, Object> answers) {
        engine.getFormService().submitTaskForm(step.getId(), answers);
    }

    private static void refused(int status, ThrowingCallable action) {
        assertThatThrownBy(action).satisfies(thrown -> {
            Throwable cause = thrown;
            while (!(cause instanceof StepRefusal) && cause.getCause() != null) {
                cause = cause.getCause();
            }
            assertThat(cause).isInstanceOf(StepRefusal.class);
            assertThat(((StepRefusal) cause).status()).isEqualTo(status);
        });
    }

    private Map<String, Object> variables() {
        engine.getIdentityService().clearAuthentication();
        return new HashMap<>(engine.getRuntimeService().getVariables(step.getProcessInstanceId()));
    }

    private void nothingChanged() {
        assertThat(variables()).containsOnlyKeys("nama", "usia");
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(step.getProcessInstanceId())
                        .count())
                .isEqualTo(2);
        Task now = tasks().createTaskQuery().taskId(step.getId()).singleResult();
        assertThat(now).isNotNull();
        assertThat(now.getDelegationState()).isNull();
    }

    @Test
    void storesTheAnswersOfAStepAndGoesOn() {
        tasks().claim(step.getId(), "ani");
        signIn("ani", "ujipetugas");
        submit(Variables.createVariables()
                .putValue("bahaya", "ya")
                .putValueTyped("kebutuhan", SpinValues.jsonValue("[\"hukum\"]").create())
                .putValue("wali", "Nama\u0301"));
        assertThat(variables()).containsEntry("bahaya", "ya").containsEntry("wali", "Nam\u00e1");
        assertThat(variables().get("kebutuhan")).hasToString("[\"hukum\"]");
        assertThat(tasks().createTaskQuery().singleResult().getTaskDefinitionKey())
                .isEqualTo("tanpa-formulir");
    }

    @Test
    void takesAListSentAsPlainJavaOrAsJsonObjectAndStoresJson() {
        submit(Variables.createVariables()
                .putValue("bahaya", "ya")
                .putValue("wali", "Ibu")
                .putValueTyped(
                        "kebutuhan",
                        Variables.serializedObjectValue("[\"medis\"]")
                                .serializationDataFormat("application/json")
                                .objectTypeName("java.util.ArrayList<java.lang.String>")
                                .create()));
        assertThat(variables().get("kebutuhan")).hasToString("[\"medis\"]");
    }

    @Test
    void storesNothingOfARefusedSubmissionAndNamesEachField() {
        assertThatThrownBy(() ->
                        submit(Map.of("bahaya", "mungkin", "tingkatRisiko", "RENDAH", "kebutuhan", List.of("medis"))))
                .isInstanceOfSatisfying(StepRefusal.class, refusal -> assertThat(
                                refusal.getMessage().lines())
                        .containsExactlyInAnyOrder(
                                "tingkatRisiko: isian ini tidak ada pada formulir; hapus dari kiriman.",
                                "Bahaya saat ini: pilih salah satu jawaban yang tersedia.",
                                "Nama wali: wajib diisi."));
        nothingChanged();
    }

    @Test
    void refusesAnswersOfForeignTypes() {
        refused(400, () -> submit(Map.of("bahaya", new Date(), "wali", "Ibu")));
        refused(400, () -> submit(Map.of("bahaya", "ya", "wali", new byte[] {1})));
        refused(
                400,
                () -> submit(Variables.createVariables()
                        .putValue("bahaya", "ya")
                        .putValue("wali", "Ibu")
                        .putValueTyped(
                                "kebutuhan", SpinValues.jsonValue("[\"medis\"").create())));
        nothingChanged();
    }

    @Test
    void doesNotLetAClientMakeItsAnswersTransient() {
        submit(Variables.createVariables()
                .putValueTyped("bahaya", Variables.stringValue("ya", true))
                .putValue("wali", "Ibu"));
        assertThat(variables()).containsEntry("bahaya", "ya");
    }

    @Test
    void readsTheCaseToKnowWhichFieldsAreShown() {
        step = tasks().createTaskQuery()
                .processInstanceId(start(Map.of("nama", "Mawar", "usia", 30)).getId())
                .singleResult();
        refused(400, () -> submit(Map.of("bahaya", "ya", "wali", "Ibu")));
        submit(Map.of("bahaya", "ya"));
        assertThat(variables()).doesNotContainKey("wali");
    }

    @Test
    void startsNothingWithARefusedStartForm() {
        long before =
                engine.getHistoryService().createHistoricProcessInstanceQuery().count();
        refused(400, () -> start(Map.of("usia", 12)));
        refused(400, () -> start(Map.of("nama", "Melati", "usia", 12, "lain", 1)));
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .count())
                .isEqualTo(before);
    }

    @Test
    void refusesToStartPastTheFormForAnOfficerButNotForJobs() {
        signIn("ani", "ujipetugas");
        refused(400, () -> engine.getRuntimeService().startProcessInstanceByKey("uji-langkah"));
        refused(400, () -> engine.getRuntimeService()
                .createProcessInstanceByKey("uji-langkah")
                .startBeforeActivity("periksa")
                .execute());
        start(Map.of("nama", "Melati"));
        engine.getIdentityService().clearAuthentication();
        assertThat(engine.getRuntimeService().startProcessInstanceByKey("uji-langkah"))
                .isNotNull();
    }

    @Test
    void acceptsAnswersOnlyFromTheOfficerWhoHasTheStep() {
        signIn("ani", "ujipetugas");
        refused(400, () -> submit(Map.of("bahaya", "ya", "wali", "Ibu")));
        tasks().claim(step.getId(), "ani");
        signIn("budi", "ujipetugas");
        refused(403, () -> submit(Map.of("bahaya", "ya", "wali", "Ibu")));
        nothingChanged();
    }

    @Test
    void refusesEveryWayAroundTheForm() {
        tasks().claim(step.getId(), "ani");
        signIn("ani", "ujipetugas");
        Map<String, Object> answers = Map.of("bahaya", "tidak tahu");
        refused(400, () -> tasks().complete(step.getId()));
        refused(400, () -> tasks().complete(step.getId(), answers));
        refused(400, () -> tasks().resolveTask(step.getId(), answers));
        refused(400, () -> tasks().handleBpmnError(step.getId(), "x", "x", answers));
        refused(400, () -> tasks().handleEscalation(step.getId(), "x", answers));
        refused(400, () -> tasks().setVariable(step.getId(), "bahaya", "x"));
        refused(400, () -> tasks().setVariablesLocal(step.getId(), answers));
        refused(400, () -> tasks().removeVariable(step.getId(), "nama"));
        refused(400, () -> tasks().delegateTask(step.getId(), "budi"));
        nothingChanged();
    }

    @Test
    void letsOnlyTheOfficerOrASupervisorMoveAClaimedStep() {
        tasks().claim(step.getId(), "ani");
        signIn("budi", "ujipetugas");
        refused(409, () -> tasks().claim(step.getId(), "budi"));
        refused(409, () -> tasks().claim(step.getId(), null));
        refused(403, () -> tasks().setAssignee(step.getId(), null));
        refused(403, () -> tasks().setAssignee(step.getId(), "budi"));
        signIn("ani", "ujipetugas");
        tasks().setAssignee(step.getId(), "budi");
        signIn("dewi", SUPERVISOR);
        tasks().setAssignee(step.getId(), "ani");
        signIn("ani", "ujipetugas");
        tasks().setAssignee(step.getId(), null);
        assertThat(tasks().createTaskQuery().taskId(step.getId()).singleResult().getAssignee())
                .isNull();
    }

    @Test
    void givesAStepOnlyToAnOfficerOfItsGroups() {
        signIn("ani", "ujipetugas");
        refused(400, () -> tasks().claim(step.getId(), "tidak-ada"));
        refused(403, () -> tasks().setAssignee(step.getId(), "citra"));
        tasks().claim(step.getId(), "dewi");
    }

    @Test
    void letsOnlyASupervisorChangeWhoMayTakeAStepAndWhenItIsDue() {
        signIn("ani", "ujipetugas");
        tasks().claim(step.getId(), "ani");
        Task mine = tasks().createTaskQuery().taskId(step.getId()).singleResult();
        mine.setFollowUpDate(new Date());
        refused(403, () -> tasks().saveTask(mine));
        Task later = tasks().createTaskQuery().taskId(step.getId()).singleResult();
        later.setDueDate(new Date());
        refused(403, () -> tasks().saveTask(later));
        refused(403, () -> tasks().addCandidateGroup(step.getId(), "kelompok-lain"));
        refused(403, () -> tasks().setPriority(step.getId(), 99));
        signIn("dewi", SUPERVISOR);
        tasks().addCandidateGroup(step.getId(), "kelompok-lain");
    }

    @Test
    void leavesJobsAndOurOwnCodeAlone() {
        tasks().complete(step.getId(), Map.of("bahaya", "ya"));
        assertThat(tasks().createTaskQuery().singleResult().getAssignee()).isEqualTo("ani");
    }

    @Test
    void takesNoAnswersForAStepWithoutForm() {
        submit(Map.of("bahaya", "ya", "wali", "Ibu"));
        step = tasks().createTaskQuery().singleResult();
        signIn("ani", "ujipetugas");
        refused(400, () -> submit(Map.of("lain", "x")));
        submit(Map.of());
        assertThat(tasks().createTaskQuery().count()).isZero();
    }
}
