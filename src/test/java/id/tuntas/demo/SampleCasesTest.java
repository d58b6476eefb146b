package id.tuntas.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.Tuntas;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;

/** What somebody finds who starts the demo for the first time. */
@SpringBootTest(
        classes = Tuntas.class,
        webEnvironment = WebEnvironment.MOCK,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:samples;DB_CLOSE_DELAY=-1",
            "camunda.bpm.job-execution.enabled=false",
            "tuntas.demo.sample-cases=true"
        })
@ActiveProfiles({"demo", "test"})
@DirtiesContext
class SampleCasesTest {

    @Autowired
    SampleCases samples;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Test
    void bothDistrictsHaveCasesInSeveralStages() {
        assertThat(cases())
                .extracting(HistoricProcessInstance::getTenantId)
                .contains("manado", "manggarai-barat")
                .hasSizeBetween(6, 9);
        assertThat(tasks.createTaskQuery().list())
                .extracting(Task::getTaskDefinitionKey)
                .contains(
                        "terima-laporan",
                        "saring-risiko",
                        "tanggap-darurat",
                        "asesmen-biopsikososial",
                        "rujuk-layanan",
                        "pantau-peradilan");
    }

    @Test
    void theFirstOfficerFindsWorkAndSomeOfItIsLate() {
        var waiting = tasks.createTaskQuery()
                .tenantIdIn("manggarai-barat")
                .taskCandidateGroup("petugas-pengaduan")
                .taskUnassigned();
        assertThat(waiting.list()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(waiting.dueBefore(new Date()).list()).isNotEmpty();
    }

    @Test
    void everyStepHasAnOwnerAndADueDate() {
        assertThat(tasks.createTaskQuery().list()).allSatisfy(task -> {
            assertThat(task.getDueDate()).isNotNull();
            assertThat(tasks.getIdentityLinksForTask(task.getId())).isNotEmpty();
        });
    }

    @Test
    void aSecondStartAddsNothing() {
        long before = cases().size();
        samples.run(null);
        assertThat(cases()).hasSize((int) before);
    }

    private List<HistoricProcessInstance> cases() {
        return history.createHistoricProcessInstanceQuery()
                .processDefinitionKey("penanganan-korban")
                .list();
    }
}
