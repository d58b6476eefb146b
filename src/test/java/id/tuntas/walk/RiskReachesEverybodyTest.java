package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.TuntasTest;
import id.tuntas.sla.ClockAudit;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When a victim comes into danger, everybody who works for the victim reads so and has to hurry, wherever he works. */
@TuntasTest
class RiskReachesEverybodyTest {

    /** A Friday, 16:25 in Manggarai Barat: five minutes of office hours are left. */
    private static final Instant FRIDAY = Instant.parse("2026-11-27T08:25:00Z");

    private static final String APPROVAL = "setujui-perpanjangan";
    private static final String FOLLOW_UP = "tindak-lanjut-keterlambatan";

    @Autowired
    ProcessEngine engine;

    @Autowired
    ClockAudit audit;

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int port;

    private CaseDriver driver;

    @BeforeEach
    void itIsFriday() {
        ClockUtil.setCurrentTime(Date.from(FRIDAY));
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void aPartnerReadsInHisFormThatTheVictimIsInDangerAndDoesNotWaitForMonday() {
        driver = new CaseDriver(engine, Personas.acrossRegions()).begin().untilOpen("jawab-rujukan");
        Task before = step("jawab-rujukan");
        assertThat(before.getDueDate()).isAfter(Date.from(FRIDAY.plus(Duration.ofDays(2))));

        victimIsInDanger();

        RestClient partner = ownerOf(before);
        assertThat(partner.known(before.getId()).orElseThrow()).containsEntry("tingkatRisiko", "DARURAT");
        Instant due = before.getCreateTime().toInstant().plus(Duration.ofHours(1));
        assertThat(everythingSays("jawab-rujukan")).isEqualTo(due);
        assertThat(((OffsetDateTime) clockOf(before.getId(), "respond_by")).toInstant())
                .as("until when somebody has to take it")
                .isEqualTo(due.minus(Duration.ofMinutes(30)));
        assertThat(differences()).isEmpty();
    }

    @Test
    void whoIsToldThatAStepIsLateReadsOfTheDanger() {
        driver = new CaseDriver(engine, Persona.quiet()).begin().untilOpen("susun-rencana");
        driver.fireTimer("batas-susun-rencana");
        Task followUp = step(FOLLOW_UP);

        victimIsInDanger();

        assertThat(ownerOf(followUp).known(followUp.getId()).orElseThrow()).containsEntry("tingkatRisiko", "DARURAT");
        assertThat(differences()).isEmpty();
    }

    @Test
    void aRequestForMoreTimeIsDecidedWithinHoursOnceTheVictimIsInDanger() {
        asksForMoreTime("P1D");
        Task request = step(APPROVAL);
        assertThat(request.getDueDate()).isAfter(Date.from(FRIDAY.plus(Duration.ofDays(2))));

        victimIsInDanger();

        assertThat(everythingSays(APPROVAL)).isEqualTo(after(request, Duration.ofHours(4)));
        assertThat(ownerOf(request).known(request.getId()).orElseThrow()).containsEntry("tingkatRisiko", "DARURAT");
        assertThat(clockOf(request.getId(), "risk")).isEqualTo("DARURAT");
        assertThat(differences()).isEmpty();
    }

    @Test
    void aRequestThatIsLateStaysLateWhenTheDangerIsOver() {
        asksForMoreTime("P1D");
        Task request = step(APPROVAL);
        victimIsInDanger();
        driver.fireTimer("batas-" + APPROVAL);
        assertThat(engine.getTaskService().getVariable(followUpOf(request).getId(), "tingkatRisiko"))
                .isEqualTo("DARURAT");

        engine.getRuntimeService().setVariable(driver.instance().getId(), "tingkatRisiko", "RENDAH");

        assertThat(step(APPROVAL).getDueDate().toInstant()).isEqualTo(after(request, Duration.ofHours(4)));
        assertThat(clockOf(request.getId(), "breached_at")).isNotNull();
        assertThat(engine.getTaskService().getVariable(followUpOf(request).getId(), "tingkatRisiko"))
                .as("the ladder of the request belongs to the case as well")
                .isEqualTo("RENDAH");
        assertThat(differences()).isEmpty();
    }

    @Test
    void aSecondRiseReachesARequestToo() {
        asksForMoreTime("P1D");
        Task request = step(APPROVAL);

        riskIs("TINGGI");
        assertThat(everythingSays(APPROVAL)).isEqualTo(after(request, Duration.ofHours(8)));
        riskIs("DARURAT");
        assertThat(everythingSays(APPROVAL)).isEqualTo(after(request, Duration.ofHours(4)));
    }

    @Test
    void requestsAboutOtherCasesAndRequestsThatAreDecidedAreLeftAlone() {
        asksForMoreTime("P1D");
        CaseDriver other = driver;
        Task untouched = step(APPROVAL);
        asksForMoreTime("P1D");
        String decided = step(APPROVAL).getProcessInstanceId();
        driver.complete(APPROVAL);

        victimIsInDanger();

        driver = other;
        assertThat(step(APPROVAL).getDueDate()).isEqualTo(untouched.getDueDate());
        assertThat(engine.getTaskService().getVariable(untouched.getId(), "tingkatRisiko"))
                .isEqualTo("RENDAH");
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(decided)
                        .variableName("tingkatRisiko")
                        .singleResult()
                        .getValue())
                .isEqualTo("RENDAH");
    }

    @Test
    void aRequestTellsTheCaseNothing() {
        asksForMoreTime("P1D");

        engine.getRuntimeService().setVariable(step(APPROVAL).getProcessInstanceId(), "tingkatRisiko", "DARURAT");

        assertThat(engine.getRuntimeService().getVariable(driver.instance().getId(), "tingkatRisiko"))
                .isEqualTo("RENDAH");
    }

    @Test
    void moreTimeThanTheDangerAllowsCanNoLongerBeApprovedAndTheApproverReadsWhy() {
        asksForMoreTime("P3D");
        victimIsInDanger();

        assertThatThrownBy(() -> driver.complete(APPROVAL)).hasMessageContaining("risiko kasus");

        Task request = step(APPROVAL);
        engine.getFormService().submitTaskForm(request.getId(), Map.of("keputusanPerpanjangan", "tolak"));
        assertThat(driver.openSteps()).contains("susun-rencana").doesNotContain(APPROVAL);
    }

    @Test
    void whoWritesTheRiskPastTheFormsIsOnRecordOnceForEachProcessItReaches() {
        asksForMoreTime("P1D");

        riskIs("TINGGI");

        assertThat(db.sql("select process_instance_id from audit_entry where case_number = ? and kind = 'VARIABLE_SET'")
                        .param(driver.number())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        driver.instance().getId(), step(APPROVAL).getProcessInstanceId());
    }

    private void asksForMoreTime(String length) {
        ClockUtil.setCurrentTime(Date.from(FRIDAY));
        driver = new CaseDriver(engine, Persona.quiet()).begin().untilOpen("susun-rencana");
        driver.asked(
                "susun-rencana", "perpanjang", Map.of("alasanTenggat", "menunggu-dokumen", "lamaPerpanjangan", length));
    }

    private void victimIsInDanger() {
        driver.reported(Map.of(
                "nomorKasus",
                driver.number(),
                "kejadian",
                "risiko-naik",
                "tingkatRisikoBaru",
                "DARURAT",
                "uraianKejadian",
                "Pelaku datang ke rumah korban"));
        assertThat(engine.getRuntimeService().getVariable(driver.instance().getId(), "tingkatRisiko"))
                .isEqualTo("DARURAT");
    }

    private void riskIs(String risk) {
        engine.getRuntimeService().setVariable(driver.instance().getId(), "tingkatRisiko", risk);
    }

    private Task step(String step) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(driver.number())
                .taskDefinitionKey(step)
                .singleResult();
    }

    private Task followUpOf(Task late) {
        String ladder = clockOf(late.getId(), "ladder_instance_id").toString();
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(ladder)
                .taskDefinitionKey(FOLLOW_UP)
                .singleResult();
    }

    private static Instant after(Task step, Duration budget) {
        return step.getCreateTime().toInstant().plus(budget);
    }

    /** When the step is due, as its task, its row and its timer say alike. */
    private Instant everythingSays(String key) {
        Task step = step(key);
        Instant due = step.getDueDate().toInstant();
        assertThat(((OffsetDateTime) clockOf(step.getId(), "due_at")).toInstant())
                .isEqualTo(due);
        assertThat(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(step.getProcessInstanceId())
                        .activityId("batas-" + key)
                        .list())
                .extracting(Job::getDuedate)
                .containsExactly(step.getDueDate());
        return due;
    }

    private Object clockOf(String clock, String column) {
        return db.sql("select * from step_clock where id = ?")
                .param(clock)
                .query()
                .singleRow()
                .get(column);
    }

    /** The officer has taken the step, as he must before he sees anything of the case. */
    private RestClient ownerOf(Task step) {
        String group = engine.getTaskService().getIdentityLinksForTask(step.getId()).stream()
                .map(IdentityLink::getGroupId)
                .findFirst()
                .orElseThrow();
        String officer = engine.getIdentityService()
                .createUserQuery()
                .memberOfGroup(group)
                .memberOfTenant("manggarai-barat")
                .listPage(0, 1)
                .get(0)
                .getId();
        engine.getTaskService().setAssignee(step.getId(), officer);
        return new RestClient(port, officer, "tuntas-demo");
    }

    /** Clocks of the case in which table, history and ledger disagree. */
    private List<ClockAudit.Difference> differences() {
        List<String> own = db.sql("select id from step_clock where case_number = ?")
                .param(driver.number())
                .query(String.class)
                .list();
        return audit.check().differences().stream()
                .filter(difference -> own.contains(difference.clockId()))
                .toList();
    }
}
