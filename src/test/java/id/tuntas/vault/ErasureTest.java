package id.tuntas.vault;

import static id.tuntas.testing.Fixtures.MANADO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.shared.CaseNumber;
import id.tuntas.testing.EngineTest;
import id.tuntas.testing.Fixtures;
import java.time.Period;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EngineTest
class ErasureTest {

    private static final String WHY = "Masa simpan habis";

    @Autowired
    Fixtures fixtures;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Erasure erasure;

    @Autowired
    LegalHolds holds;

    @Autowired
    Retention retention;

    @Autowired
    JdbcClient db;

    private ProcessInstance instance;
    private CaseNumber number;

    @BeforeEach
    void aCase() {
        fixtures.deployed("kasus.bpmn");
        fixtures.deployed("kejadian.bpmn");
        fixtures.signedInFrom(MANADO);
        instance =
                fixtures.started("penanganan-korban", Map.of("korbanNama", "Melati", "alasanPenutupan", "bukan-kasus"));
        number = CaseNumber.parse((String) engine.getRuntimeService().getVariable(instance.getId(), "nomorKasus"));
    }

    @Test
    void destroysTheKeysOfTheCaseAndOfWhatWasSaidAboutIt() {
        ProcessInstance report = fixtures.started(
                "kejadian-kasus",
                Map.of("nomorKasus", number.value(), "kejadian", "lain", "uraianKejadian", "Melati pindah"));
        assertThat(readable(instance.getId(), report.getId())).contains("Melati", "Melati pindah");
        close();

        Erasure.Certificate certificate = erasure.erase(number, WHY, "kepala-uptd");

        assertThat(certificate.destroyedKeys()).isEqualTo(2);
        assertThat(certificate.masterKeyIds()).isEqualTo("uji");
        assertThat(readable(instance.getId(), report.getId()))
                .doesNotContain("Melati", "Melati pindah")
                .contains(number.value());
        assertThat(db.sql("select reason || ' ' || actor from erasure_certificate where case_number = ?")
                        .param(number.value())
                        .query(String.class)
                        .list())
                .containsExactly(WHY + " kepala-uptd");
        refused(() -> erasure.erase(number, WHY, "kepala-uptd"), "sudah dihapus");
        refused(() -> holds.place(number, "Gugatan", "kepala-uptd"), "sudah dihapus");
    }

    @Test
    void refusesAnOpenOrUnknownCaseAndOneWithoutReason() {
        refused(() -> erasure.erase(number, WHY, "kepala-uptd"), "belum ditutup");
        refused(() -> erasure.erase(CaseNumber.parse("MANADO-1999-0001"), WHY, "kepala-uptd"), "Tidak ada kasus");
        close();
        refused(() -> erasure.erase(number, " ", "kepala-uptd"), "alasannya");
        assertThat(readable(instance.getId())).contains("Melati");
    }

    @Test
    void refusesWhileSomebodyHoldsTheCase() {
        close();
        holds.place(number, "Gugatan perdata", "kepala-uptd");
        holds.place(number, "Pemeriksaan", "auditor");

        refused(() -> erasure.erase(number, WHY, "kepala-uptd"), "sedang ditahan");
        assertThat(readable(instance.getId())).contains("Melati");

        holds.lift(number, "Perkara selesai", "kepala-uptd");
        assertThat(holds.stands(number)).isFalse();
        refused(() -> holds.lift(number, "Lagi", "kepala-uptd"), "Tidak ada penahanan");
        erasure.erase(number, WHY, "kepala-uptd");
    }

    @Test
    void proposesACaseWhenItsTimeHasRunOutAndErasesNothing() {
        fixtures.timeIs("2026-11-22T02:00:00Z");
        close();

        fixtures.timeIs("2027-11-21T23:00:00Z");
        assertThat(proposed()).doesNotContain(number);
        fixtures.timeIs("2027-11-22T01:00:00Z");
        assertThat(proposed()).contains(number);
        assertThat(readable(instance.getId())).contains("Melati");

        holds.place(number, "Gugatan", "kepala-uptd");
        assertThat(proposed()).doesNotContain(number);
        holds.lift(number, "Selesai", "kepala-uptd");
        erasure.erase(number, WHY, "kepala-uptd");
        assertThat(proposed()).doesNotContain(number);
    }

    @Test
    void keepsACaseWithoutAReasonForTheLongestTime() {
        assertThat(retention.periods().get("lainnya")).isEqualTo(Period.ofYears(20));
        assertThat(retention.periods()).hasSize(9);
    }

    private List<CaseNumber> proposed() {
        return retention.proposals().stream().map(Retention.Proposal::number).toList();
    }

    private void close() {
        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "selesai");
    }

    private List<Object> readable(String... instances) {
        return engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceIdIn(instances)
                .listPage(0, 100)
                .stream()
                .map(value -> value.getValue())
                .toList();
    }

    private static void refused(Runnable what, String why) {
        assertThatThrownBy(what::run).isInstanceOf(ErasureRefused.class).hasMessageContaining(why);
    }
}
