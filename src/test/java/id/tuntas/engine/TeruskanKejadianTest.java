package id.tuntas.engine;

import static id.tuntas.testing.Fixtures.MANADO;
import static id.tuntas.testing.Fixtures.MANGGARAI_BARAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.testing.EngineTest;
import id.tuntas.testing.Fixtures;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class TeruskanKejadianTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @Autowired
    TaskService tasks;

    private ProcessInstance openCase;
    private String number;

    @BeforeEach
    void aCaseIsOpen() {
        fixtures.deployed("kasus.bpmn");
        fixtures.deployed("kejadian.bpmn");
        fixtures.signedInFrom(MANGGARAI_BARAT);
        openCase = fixtures.started("penanganan-korban");
        number = (String) runtime.getVariable(openCase.getId(), "nomorKasus");
    }

    @Test
    void wakesTheCaseWithTheStoryAlreadyThere() {
        fixtures.started(
                "kejadian-kasus",
                Map.of("nomorKasus", number, "kejadian", "ancaman-pada-korban", "uraianKejadian", "didatangi"));

        assertThat(fixtures.step(openCase, "tanggapi-ancaman").getAssignee()).isEqualTo("didatangi");
        assertThat(fixtures.step(openCase, "pendampingan-uji")).isNotNull();
    }

    @Test
    void readsANumberAsPeopleTypeIt() {
        report("  " + number.toLowerCase(Locale.ROOT) + " ", "korban-tak-terhubungi");

        assertThat(runtime.getVariable(openCase.getId(), "kejadian")).isEqualTo("korban-tak-terhubungi");
    }

    @Test
    void handsTheNewRiskOnOnlyWhenTheRiskRose() {
        fixtures.started(
                "kejadian-kasus",
                Map.of("nomorKasus", number, "kejadian", "risiko-naik", "tingkatRisikoBaru", "DARURAT"));
        assertThat(runtime.getVariable(openCase.getId(), "tingkatRisikoBaru")).isEqualTo("DARURAT");

        fixtures.started(
                "kejadian-kasus",
                Map.of("nomorKasus", number, "kejadian", "insiden-data", "tingkatRisikoBaru", "RENDAH"));
        assertThat(runtime.getVariable(openCase.getId(), "tingkatRisikoBaru")).isEqualTo("DARURAT");
    }

    @Test
    void refusesAnUnknownNumberAndStoresNothing() {
        assertUnknown("MABAR-1999-0001");
        assertUnknown("bukan nomor");
        assertUnknown("");
    }

    @Test
    void refusesTheCaseOfAnotherDistrict() {
        fixtures.signedInFrom(MANADO);

        assertUnknown(number);
    }

    @Test
    void refusesAClosedCase() {
        tasks.complete(fixtures.step(openCase, "pendampingan-uji").getId());

        assertUnknown(number);
    }

    @Test
    void refusesAReportFromNoDistrict() {
        fixtures.signedInFrom();

        assertUnknown(number);
    }

    private void assertUnknown(String typed) {
        long before = history.createHistoricProcessInstanceQuery().count();
        assertThatThrownBy(() -> report(typed, "insiden-data"))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("tidak dikenal di daerah Anda");
        assertThat(history.createHistoricProcessInstanceQuery().count()).isEqualTo(before);
    }

    private void report(String typed, String happened) {
        fixtures.started("kejadian-kasus", Map.of("nomorKasus", typed, "kejadian", happened));
    }
}
