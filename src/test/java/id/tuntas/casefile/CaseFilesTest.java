package id.tuntas.casefile;

import static id.tuntas.testing.Fixtures.MANADO;
import static id.tuntas.testing.Fixtures.MANGGARAI_BARAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.sla.LegalDeadlineBroken;
import id.tuntas.testing.EngineTest;
import id.tuntas.testing.Fixtures;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class CaseFilesTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void officerOfManggaraiBarat() {
        fixtures.deployed("kasus.bpmn");
        fixtures.signedInFrom(MANGGARAI_BARAT);
    }

    @Test
    void givesACaseItsNumberAsBusinessKeyVariableAndFile() {
        ProcessInstance started = fixtures.started("penanganan-korban");
        ProcessInstance instance = reload(started);

        String number = numberInFile(instance);
        assertThat(number).matches("MABAR-\\d{4}-\\d{4}");
        assertThat(instance.getBusinessKey()).isEqualTo(number);
        assertThat(instance.getTenantId()).isEqualTo(MANGGARAI_BARAT);
        assertThat(runtime.getVariable(instance.getId(), "nomorKasus")).isEqualTo(number);
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .singleResult()
                        .getBusinessKey())
                .isEqualTo(number);
    }

    @Test
    void bearsABrokenLegalLimitForGood() {
        ProcessInstance instance = fixtures.started("penanganan-korban");
        ProcessInstance other = fixtures.started("penanganan-korban");
        Instant first = Instant.parse("2026-11-23T02:00:00Z");

        events.publishEvent(new LegalDeadlineBroken(instance.getId(), "lapor-polisi", first));
        events.publishEvent(new LegalDeadlineBroken(instance.getId(), "periksa-medis-visum", first.plusSeconds(60)));

        assertThat(legalBreachOf(instance)).isEqualTo(first);
        assertThat(legalBreachOf(other)).isNull();
        tasks.createTaskQuery()
                .processInstanceId(instance.getId())
                .listPage(0, 10)
                .forEach(step -> tasks.complete(step.getId()));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .singleResult())
                .isNull();
        assertThat(legalBreachOf(instance)).as("also of a closed case").isEqualTo(first);
    }

    private Instant legalBreachOf(ProcessInstance instance) {
        return db
                .sql("select legal_breach_at from case_file where process_instance_id = ?")
                .param(instance.getId())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(OffsetDateTime::toInstant)
                .findFirst()
                .orElse(null);
    }

    @Test
    void replacesTheNumberAClientMadeUp() {
        ProcessInstance instance = reload(runtime.startProcessInstanceByKey(
                "penanganan-korban", "MABAR-1999-0001", Map.of("nomorKasus", "MABAR-1999-0001")));

        assertThat(instance.getBusinessKey())
                .isEqualTo(numberInFile(instance))
                .isEqualTo(runtime.getVariable(instance.getId(), "nomorKasus"))
                .isNotEqualTo("MABAR-1999-0001");
    }

    @Test
    void refusesACaseWithoutADistrict() {
        fixtures.signedInFrom();

        assertRefused();
    }

    @Test
    void refusesACaseOfSomebodyWhoWorksInTwoDistricts() {
        fixtures.signedInFrom(MANGGARAI_BARAT, MANADO);

        assertRefused();
    }

    @Test
    void closesTheFileWhenTheLastStepIsDone() {
        ProcessInstance instance = fixtures.started("penanganan-korban");
        assertThat(closedAt(instance)).isNull();

        tasks.complete(fixtures.step(instance, "pendampingan-uji").getId());

        assertThat(closedAt(instance)).isNotNull();
    }

    @Test
    void closesTheFileWhenAnAdministratorDeletesTheCaseThoughListenersAreSkipped() {
        ProcessInstance instance = fixtures.started("penanganan-korban");

        runtime.deleteProcessInstance(instance.getId(), "salah input", true);

        assertThat(closedAt(instance)).isNotNull();
    }

    @Test
    void keepsNoFileOfACaseWhoseStartWasRolledBack() {
        long before = files();

        transaction.executeWithoutResult(status -> {
            fixtures.started("penanganan-korban");
            status.setRollbackOnly();
        });

        assertThat(files()).isEqualTo(before);
    }

    private void assertRefused() {
        long before = files();
        assertThatThrownBy(() -> fixtures.started("penanganan-korban"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("Kasus harus punya daerah");
        assertThat(files()).isEqualTo(before);
    }

    private ProcessInstance reload(ProcessInstance instance) {
        return runtime.createProcessInstanceQuery()
                .processInstanceId(instance.getId())
                .singleResult();
    }

    private long files() {
        return db.sql("select count(*) from case_file").query(Long.class).single();
    }

    private String numberInFile(ProcessInstance instance) {
        return db.sql("select number from case_file where process_instance_id = ?")
                .param(instance.getId())
                .query(String.class)
                .single();
    }

    private OffsetDateTime closedAt(ProcessInstance instance) {
        return db.sql("select closed_at from case_file where process_instance_id = ?")
                .param(instance.getId())
                .query((row, i) -> row.getObject(1, OffsetDateTime.class))
                .list()
                .get(0);
    }
}
