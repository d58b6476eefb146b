package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import id.tuntas.TuntasTest;
import id.tuntas.audit.EmergencyAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Access to a case in an emergency: at once, for hours, on record, reviewed by somebody else. */
@TuntasTest
class EmergencyAccessTest {

    private static final String HERE = "manggarai-barat";

    @Autowired
    ProcessEngine engine;

    @Autowired
    EmergencyAccess access;

    @Autowired
    JdbcClient db;

    private String number;

    @BeforeEach
    void openCase() {
        BpmnAwareTests.init(engine);
        CaseDriver driver = new CaseDriver(engine, Persona.quiet()).begin();
        number = driver.number();
    }

    @AfterEach
    void forget() {
        BpmnAwareTests.reset();
        engine.getIdentityService().clearAuthentication();
        ClockUtil.reset();
    }

    @Test
    void opensTheCaseAtOnceAndForNoLongerThanAskedFor() {
        Instant before = now();
        ProcessInstance request = taken("psikolog", "PT2H");

        assertThat(access.isOpen("psikolog", number, now())).isTrue();
        assertThat(access.isOpen(
                        "psikolog", number, before.plus(Duration.ofHours(2)).plusSeconds(60)))
                .isFalse();
        assertThat(access.isOpen("psikolog", number, before.minusSeconds(60))).isFalse();
        assertThat(access.isOpen("peksos", number, now())).isFalse();
        assertThat(access.isOpen("psikolog", "MABAR-2026-9999", now())).isFalse();
        BpmnAwareTests.assertThat(request).isWaitingAt("tinjau-akses-darurat");
        BpmnAwareTests.assertThat(task(request)).hasCandidateGroup("kepala-uptd");
        assertThat(task(request).getDueDate()).isAfter(ClockUtil.getCurrentTime());
    }

    @Test
    void isReviewedByTheHeadOfTheUnitAndEndsWithTheVerdict() {
        ProcessInstance request = taken("psikolog", "PT4H");

        reviewed(request, "kepala-uptd", "dibenarkan");

        BpmnAwareTests.assertThat(request).hasPassed("catat-tinjauan").isEnded();
        assertThat(db.sql("select reviewer, verdict from emergency_access where process_instance_id = ?")
                        .param(request.getId())
                        .query()
                        .singleRow())
                .containsEntry("reviewer", "kepala-uptd")
                .containsEntry("verdict", "dibenarkan");
        assertThat(access.isOpen("psikolog", number, now())).isTrue();
    }

    @Test
    void endsAtOnceIfItIsFoundUnjustified() {
        ProcessInstance request = taken("psikolog", "PT4H");

        reviewed(request, "kepala-uptd", "tidak-dibenarkan");

        assertThat(access.isOpen("psikolog", number, now().plusSeconds(1))).isFalse();
    }

    @Test
    void isOnRecordWhenItIsTakenAndWhenItIsReviewed() {
        ProcessInstance request = taken("psikolog", "PT1H");
        reviewed(request, "kepala-uptd", "dibenarkan");

        assertThat(db.sql("select kind || ' ' || actor || ' ' || reason from audit_entry"
                                + " where process_instance_id = ? and kind like 'EMERGENCY%' order by id")
                        .param(request.getId())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "EMERGENCY_GRANTED psikolog korban-dalam-bahaya PT1H",
                        "EMERGENCY_REVIEWED kepala-uptd dibenarkan psikolog");
    }

    @Test
    void isNotReviewedByWhoTookIt() {
        ProcessInstance request = taken("kepala-uptd", "PT1H");
        BpmnAwareTests.assertThat(task(request)).hasCandidateGroup("kepala-dinas");

        String step = task(request).getId();
        List<String> bothHeads = List.of("kepala-uptd", "kepala-dinas");
        engine.getIdentityService().setAuthentication("kepala-uptd", bothHeads, List.of(HERE));

        assertThatThrownBy(() -> engine.getTaskService().claim(step, "kepala-uptd"))
                .hasStackTraceContaining("orang lain");
        engine.getIdentityService().clearAuthentication();
        reviewed(request, "kepala-dinas", "dibenarkan");
        BpmnAwareTests.assertThat(request).isEnded();
    }

    @Test
    void isNotTakenTwiceWhileItIsOpen() {
        taken("psikolog", "PT1H");

        assertThatThrownBy(() -> taken("psikolog", "PT1H")).hasStackTraceContaining("masih berlaku");
    }

    @Test
    void staysWithinTheDistrict() {
        assertThatThrownBy(() -> takenFrom("manado", "manado-psikolog", number, "PT1H"))
                .hasStackTraceContaining("tidak dikenal di daerah Anda");
        assertThatThrownBy(() -> takenFrom(null, "admin", number, "PT1H"))
                .hasStackTraceContaining("tidak dikenal di daerah Anda");
        assertThat(granted()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"PT5H", "PT0S", "P1D", "selamanya"})
    void lastsFourHoursAtMost(String length) {
        assertThatThrownBy(() -> taken("psikolog", length)).isInstanceOf(RuntimeException.class);
        assertThat(granted()).isZero();
    }

    @Test
    void needsAReasonInWords() {
        Map<String, Object> answers = answers(number, "PT1H");
        answers.remove("uraianAksesDarurat");

        assertThatThrownBy(() -> started(HERE, "psikolog", answers)).isInstanceOf(RuntimeException.class);
        assertThat(granted()).isZero();
    }

    private long granted() {
        return db.sql("select count(*) from emergency_access where case_number = ?")
                .param(number)
                .query(Long.class)
                .single();
    }

    private ProcessInstance taken(String user, String length) {
        return takenFrom(HERE, user, number, length);
    }

    private ProcessInstance takenFrom(String district, String user, String caseNumber, String length) {
        return started(district, user, answers(caseNumber, length));
    }

    private ProcessInstance started(String district, String user, Map<String, Object> answers) {
        String definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("akses-darurat")
                .latestVersion()
                .singleResult()
                .getId();
        return as(user, district, () -> engine.getFormService().submitStartForm(definition, answers));
    }

    private static Map<String, Object> answers(String caseNumber, String length) {
        return new HashMap<>(Map.of(
                "nomorKasus",
                caseNumber,
                "lamaAksesDarurat",
                length,
                "alasanAksesDarurat",
                "korban-dalam-bahaya",
                "uraianAksesDarurat",
                "Korban menelepon dan minta dijemput"));
    }

    private void reviewed(ProcessInstance request, String user, String verdict) {
        String step = task(request).getId();
        as(user, HERE, () -> {
            engine.getTaskService().claim(step, user);
            engine.getFormService().submitTaskForm(step, Map.of("putusanAksesDarurat", verdict));
            return null;
        });
    }

    /** Demo people of the district are called after their group. */
    private <T> T as(String user, String district, Supplier<T> action) {
        String group = user.replace("manado-", "").replace("admin", "camunda-admin");
        engine.getIdentityService()
                .setAuthentication(user, List.of(group), district == null ? List.of() : List.of(district));
        try {
            return action.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
