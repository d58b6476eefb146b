package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The ladder and the request for more time as they are drawn, with the beans they call played by the test. */
class LadderModelTest {

    private static final List<String> LADDER = List.of("penyelia-kasus", "kepala-uptd", "kepala-dinas");
    private static final List<String> BREACHES = new ArrayList<>();
    private static final List<String> DECIDED = new ArrayList<>();
    private static final Date LONG_FROM_NOW = new Date(System.currentTimeMillis() + 1_000_000_000L);
    private static ProcessEngine engine;

    @BeforeAll
    static void deployWhatIsShipped() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setBeans(played());
        engine = configuration
                .setProcessEngineName("ladder")
                .setJdbcUrl("jdbc:h2:mem:ladder")
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_CREATE_DROP)
                .setHistory(ProcessEngineConfiguration.HISTORY_AUDIT)
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        DeploymentBuilder sop = engine.getRepositoryService().createDeployment();
        List.of(
                        "bpmn/penanganan-korban.bpmn",
                        "bpmn/rujukan.bpmn",
                        "bpmn/eskalasi.bpmn",
                        "bpmn/atur-tenggat.bpmn",
                        "bpmn/jarak-anak-tangga.dmn")
                .forEach(sop::addClasspathResource);
        sop.deploy();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @AfterEach
    void forgetEverything() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(one -> engine.getRuntimeService().deleteProcessInstance(one.getId(), "the test is over"));
        BREACHES.clear();
        DECIDED.clear();
    }

    @Test
    void everyRungIsToldInItsTurnAndSeesItsOwnNumber() {
        ProcessInstance ladder = climbing(Map.of("tingkatRisiko", "DARURAT"));
        assertThat(rungs(ladder)).containsExactly("1 penyelia-kasus");
        assertThat(variable(ladder, "jarakAnakTangga")).isEqualTo("PT15M");

        fire(ladder, "menunggu-anak-tangga-berikutnya");
        assertThat(rungs(ladder)).containsExactly("1 penyelia-kasus", "2 kepala-uptd");

        fire(ladder, "menunggu-anak-tangga-berikutnya");
        assertThat(rungs(ladder)).containsExactly("1 penyelia-kasus", "2 kepala-uptd", "3 kepala-dinas");

        fire(ladder, "menunggu-anak-tangga-berikutnya");
        assertThat(rungs(ladder)).hasSize(3);
        assertThat(timers(ladder)).as("nobody is left to tell").isEmpty();
        assertThat(BREACHES).isEmpty();
    }

    @Test
    void theLadderClimbsOnAlthoughARungHasDealtWithItUntilTheStepIsDone() {
        ProcessInstance ladder = climbing(Map.of());
        complete(ladder, "tindak-lanjut-keterlambatan");
        fire(ladder, "menunggu-anak-tangga-berikutnya");
        assertThat(rungs(ladder)).containsExactly("2 kepala-uptd");

        stepIsDone(ladder);
        assertThat(isOver(ladder)).isTrue();
    }

    @Test
    void theLadderEndsByItselfWhenEverybodyHasDealtWithIt() {
        ProcessInstance ladder = climbing(Map.of());
        for (int rung = 0; rung < LADDER.size(); rung++) {
            complete(ladder, "tindak-lanjut-keterlambatan");
            fire(ladder, "menunggu-anak-tangga-berikutnya");
        }
        assertThat(isOver(ladder)).isTrue();
    }

    @Test
    void theStepThatIsDoneTakesAllItsRungsAway() {
        ProcessInstance ladder = climbing(Map.of("tingkatRisiko", "SEDANG"));
        fire(ladder, "menunggu-anak-tangga-berikutnya");
        ProcessInstance another = climbing(Map.of());

        stepIsDone(ladder);

        assertThat(isOver(ladder)).isTrue();
        assertThat(rungs(another)).containsExactly("1 penyelia-kasus");
    }

    @Test
    void theLastRungOfAStatutoryClockIsABreach() {
        ProcessInstance ladder = climbing(Map.of("tenggatHukum", true));
        assertThat(BREACHES).isEmpty();
        fire(ladder, "menunggu-anak-tangga-berikutnya");
        assertThat(BREACHES).isEmpty();
        fire(ladder, "menunggu-anak-tangga-berikutnya");
        assertThat(BREACHES).containsExactly("jam-1");
    }

    @Test
    void aLadderWithoutAnybodyEndsAtOnce() {
        assertThat(isOver(climbing(Map.of("tanpaSiapaPun", true)))).isTrue();
    }

    @Test
    void aLateStepAndItsLateStageClimbApart() {
        ProcessInstance victim = engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "penanganan-korban", "MABAR-2026-0001", Map.of("nomorKasus", "MABAR-2026-0001"));
        fire(victim, "batas-terima-laporan");
        fire(victim, "batas-LAPORAN");

        assertThat(ladders(victim))
                .extracting(ladder -> variable(ladder, "langkahTerlambat"), ladder -> variable(ladder, "jamTerlambat"))
                .containsExactlyInAnyOrder(
                        tuple("terima-laporan", "jam terima-laporan"), tuple("LAPORAN", "jam LAPORAN"));
        assertThat(ladders(victim)).allSatisfy(ladder -> {
            assertThat(ladder.getBusinessKey()).isEqualTo("MABAR-2026-0001");
            assertThat(variable(ladder, "nomorKasus")).isEqualTo("MABAR-2026-0001");
            assertThat(rungs(ladder)).containsExactly("1 penyelia-kasus");
        });
        stepIsDone(ladders(victim).get(0));
        assertThat(ladders(victim)).hasSize(1);
    }

    @Test
    void aPauseNeedsNobodysApproval() {
        assertThat(isOver(asked("jeda"))).isTrue();
    }

    @Test
    void moreTimeIsApprovedByTheNextRung() {
        ProcessInstance request = asked("perpanjang");
        assertThat(rungs(request)).containsExactly("null kepala-uptd");

        engine.getRuntimeService().setVariable(request.getId(), "keputusanPerpanjangan", "setuju");
        complete(request, "setujui-perpanjangan");

        assertThat(DECIDED).containsExactly("setuju");
        assertThat(isOver(request)).isTrue();
    }

    @Test
    void anApprovalThatIsLateClimbsTheLadderToo() {
        ProcessInstance request = asked("perpanjang");
        fire(request, "batas-setujui-perpanjangan");

        assertThat(ladders(request)).singleElement().satisfies(ladder -> assertThat(
                        variable(ladder, "langkahTerlambat"))
                .isEqualTo("setujui-perpanjangan"));
    }

    private static Map<Object, Object> played() {
        JavaDelegate nextRung = LadderModelTest::climb;
        JavaDelegate breach = ladder -> BREACHES.add((String) ladder.getVariable("jamTerlambat"));
        JavaDelegate request = asked -> asked.setVariable("kelompokTangga", "kepala-uptd");
        JavaDelegate decision = asked -> DECIDED.add((String) asked.getVariable("keputusanPerpanjangan"));
        return new HashMap<>(Map.of(
                "sla", new PlayedSla(),
                "mou", new PlayedMou(),
                "pilihAnakTangga", nextRung,
                "catatPelanggaran", breach,
                "aturTenggat", request,
                "putuskanPerpanjangan", decision));
    }

    private static void climb(DelegateExecution ladder) {
        Integer before = (Integer) ladder.getVariable("anakTangga");
        int rung = before == null ? 1 : before + 1;
        boolean nobody = rung > LADDER.size() || ladder.hasVariable("tanpaSiapaPun");
        ladder.setVariable("anakTangga", rung);
        ladder.setVariable("kelompokTangga", nobody ? null : LADDER.get(rung - 1));
        ladder.setVariable("anakTanggaTerakhir", rung == LADDER.size());
        ladder.setVariable(
                "tenggatHukum", ladder.hasVariable("tenggatHukum") && (boolean) ladder.getVariable("tenggatHukum"));
    }

    private static ProcessInstance climbing(Map<String, Object> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put("jamTerlambat", "jam-1");
        all.put("langkahTerlambat", "terima-laporan");
        return engine.getRuntimeService().startProcessInstanceByKey("eskalasi", all);
    }

    private static ProcessInstance asked(String what) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "atur-tenggat", Map.of("permintaanTenggat", what, "nomorKasus", "MABAR-2026-0001"));
    }

    private static List<ProcessInstance> ladders(ProcessInstance caller) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(caller.getId())
                .processDefinitionKey("eskalasi")
                .list();
    }

    private static void stepIsDone(ProcessInstance ladder) {
        engine.getRuntimeService()
                .createMessageCorrelation("langkah-selesai")
                .processInstanceId(ladder.getId())
                .correlate();
    }

    /** Open steps of rungs as number and group, first rung first. */
    private static List<String> rungs(ProcessInstance instance) {
        return engine.getTaskService().createTaskQuery().processInstanceId(instance.getId()).list().stream()
                .map(task -> engine.getTaskService().getVariable(task.getId(), "anakTangga") + " " + groupOf(task))
                .sorted()
                .toList();
    }

    private static String groupOf(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .findFirst()
                .orElseThrow();
    }

    private static void complete(ProcessInstance instance, String step) {
        engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(step)
                .list()
                .stream()
                .min(Comparator.comparing(Task::getCreateTime))
                .ifPresent(task -> engine.getTaskService().complete(task.getId()));
    }

    private static void fire(ProcessInstance instance, String activity) {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .activityId(activity)
                        .singleResult()
                        .getId());
    }

    private static List<Job> timers(ProcessInstance instance) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .list();
    }

    private static Object variable(ProcessInstance instance, String name) {
        return engine.getRuntimeService().getVariable(instance.getId(), name);
    }

    private static boolean isOver(ProcessInstance instance) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                == 0;
    }

    /** What the models ask of {@code sla}. */
    public static final class PlayedSla {

        public Date dueAt(DelegateExecution execution) {
            return LONG_FROM_NOW;
        }

        public Date nextRungAt(DelegateExecution execution) {
            return LONG_FROM_NOW;
        }

        public String lateClock(DelegateExecution execution) {
            return "jam " + execution.getVariable("langkahTerlambat");
        }

        public String escalationGroup(DelegateExecution execution) {
            return (String) execution.getVariable("kelompokTangga");
        }
    }

    /** What the models ask of {@code mou}. */
    public static final class PlayedMou {

        public String ownerOf(DelegateExecution execution) {
            return "pendamping-ppa";
        }
    }
}
