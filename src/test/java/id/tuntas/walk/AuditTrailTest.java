package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.TuntasTest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What changes in a case is on record, by names of fields and never by what they hold. */
@TuntasTest
class AuditTrailTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient db;

    private CaseDriver driver;

    @BeforeEach
    void openCase() {
        driver = new CaseDriver(engine, Persona.quiet()).begin();
    }

    @AfterEach
    void resetClock() {
        engine.getIdentityService().clearAuthentication();
        ClockUtil.reset();
    }

    @Test
    void aCaseIsOpenedByWhoSendsTheReport() {
        Map<String, Object> opened = last("CASE_OPENED");

        assertThat(opened)
                .containsEntry("actor", "petugas-pengaduan")
                .containsEntry("district_id", "manggarai-barat")
                .containsEntry("actor_districts", "manggarai-barat");
        assertThat(opened.get("fields").toString().split(",")).contains("nomorKasus", "kronologiSingkat");
    }

    @Test
    void aStepIsTakenGivenBackHandedOverAndDone() {
        Task step = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(driver.number())
                .taskDefinitionKey("terima-laporan")
                .singleResult();
        as("petugas-pengaduan", () -> engine.getTaskService().claim(step.getId(), "petugas-pengaduan"));
        as("petugas-pengaduan", () -> engine.getTaskService().setAssignee(step.getId(), null));
        as("admin", () -> engine.getTaskService().setAssignee(step.getId(), "petugas-pengaduan"));
        driver.complete("terima-laporan");

        assertThat(kinds()).containsSubsequence("STEP_CLAIMED", "STEP_RELEASED", "STEP_ASSIGNED", "STEP_COMPLETED");
        assertThat(last("STEP_ASSIGNED"))
                .containsEntry("actor", "admin")
                .containsEntry("reason", "petugas-pengaduan")
                .containsEntry("step_id", "terima-laporan");
        assertThat(last("STEP_COMPLETED").get("fields").toString()).isNotEmpty();
    }

    @Test
    void aRefusedStepLeavesNothingBehind() {
        long before = kinds().size();
        Task step = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(driver.number())
                .taskDefinitionKey("terima-laporan")
                .singleResult();

        try {
            engine.getFormService().submitTaskForm(step.getId(), Map.of("isianYangTidakAda", "nilai rahasia"));
        } catch (RuntimeException refused) {
            // its sentence is asserted elsewhere
        }

        assertThat(kinds()).hasSize((int) before);
    }

    @Test
    void aVariableWrittenPastTheFormsIsNamedButItsValueIsNot() {
        driver.happens(Map.of("uraianKejadian", "rahasia sekali"));

        assertThat(last("VARIABLE_SET")).containsEntry("fields", "uraianKejadian");
        assertThat(db.sql("select count(*) from audit_entry where fields like '%rahasia%' or reason like '%rahasia%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whoStopsOrDeletesACaseIsOnRecord() {
        String instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(driver.number())
                .processDefinitionKey("penanganan-korban")
                .singleResult()
                .getId();
        engine.getRuntimeService().suspendProcessInstanceById(instance);
        engine.getRuntimeService().activateProcessInstanceById(instance);
        as("admin", () -> engine.getRuntimeService().deleteProcessInstance(instance, "uji"));
        as("admin", () -> engine.getHistoryService().deleteHistoricProcessInstance(instance));

        assertThat(kinds())
                .containsSubsequence("PROCESS_SUSPENDED", "PROCESS_RESUMED", "PROCESS_DELETED", "HISTORY_DELETED");
        assertThat(last("PROCESS_DELETED")).containsEntry("actor", "admin");
    }

    @Test
    void aPauseIsInTheAuditAsInTheLedger() {
        driver.untilOpen("susun-rencana");
        String tomorrow = ClockUtil.getCurrentTime()
                .toInstant()
                .plusSeconds(86_400)
                .toString()
                .substring(0, 10);
        driver.asked("susun-rencana", "jeda", Map.of("alasanTenggat", "menunggu-korban", "jedaSampai", tomorrow));

        assertThat(last("CLOCK_PAUSED"))
                .containsEntry("actor", "penyelia-kasus")
                .containsEntry("step_id", "susun-rencana")
                .containsEntry("reason", "menunggu-korban");
    }

    @Test
    void aCaseThatEndsIsClosed() {
        driver.untilEnded();

        assertThat(kinds().get(kinds().size() - 1)).isEqualTo("CASE_CLOSED");
    }

    private void as(String user, Runnable action) {
        engine.getIdentityService()
                .setAuthentication(
                        user,
                        List.of(user.equals("admin") ? "camunda-admin" : user),
                        user.equals("admin") ? List.of() : List.of("manggarai-barat"));
        try {
            action.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private List<String> kinds() {
        return db.sql("select kind from audit_entry where case_number = ? order by id")
                .param(driver.number())
                .query(String.class)
                .list();
    }

    private Map<String, Object> last(String kind) {
        return db.sql("select * from audit_entry where case_number = ? and kind = ? order by id desc"
                        + " fetch first 1 row only")
                .params(driver.number(), kind)
                .query()
                .singleRow();
    }
}
