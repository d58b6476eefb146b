package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;

import id.tuntas.TuntasTest;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a case goes, and where it does not. */
@TuntasTest
class CasePathsTest {

    private static final String FOLLOW_UP = "tindak-lanjut-keterlambatan";

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void useEngine() {
        init(engine);
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void aQuietCaseOfAnAdultGoesThroughAllFiveStages() {
        var instance = ended(Persona.quiet());
        assertThat(instance)
                .hasPassedInOrder(
                        "terima-laporan",
                        "saring-risiko",
                        "minta-persetujuan",
                        "registrasi-kasus",
                        "siap-diperiksa",
                        "asesmen-biopsikososial",
                        "susun-rencana",
                        "setujui-rencana",
                        "tinjau-rencana",
                        "nilai-kesiapan-pulang",
                        "serah-terima",
                        "kunjungan-lanjutan",
                        "usul-terminasi",
                        "setujui-terminasi",
                        "kasus-selesai")
                .hasNotPassed("tanggap-darurat", "lapor-polisi", "periksa-medis-visum", "mediasi", "pulangkan-korban");
        assertThat(visits(instance.getId())).isEqualTo(4);
    }

    @Test
    void aChildInDangerIsMadeSafeAndExaminedBeforeAnyPaper() {
        CaseDriver driver = new CaseDriver(engine, Personas.abusedChildInDanger());
        var instance = driver.start();
        driver.complete("terima-laporan").complete("saring-risiko");
        assertThat(driver.openSteps())
                .contains(
                        "tanggap-darurat",
                        "lapor-polisi",
                        "periksa-medis-visum",
                        "pelindungan-sementara",
                        "tempatkan-rumah-aman")
                .doesNotContain("minta-persetujuan", "registrasi-kasus", "asesmen-biopsikososial");
        driver.untilEnded();
        assertThat(instance)
                .hasPassed("hukum-didampingi", "pantau-restitusi", "jamin-pendidikan", "pulangkan-korban")
                .hasNotPassed("mediasi");
        assertThat(visits(instance.getId())).as("a child is visited for a year").isEqualTo(5);
    }

    @Test
    void recoveryBeginsWhileTheCourtIsStillBusy() {
        CaseDriver driver = new CaseDriver(engine, Personas.abusedChildInDanger());
        driver.start();
        driver.untilOpen("pulihkan-psikologis");
        assertThat(driver.openSteps()).contains("dampingi-hukum", "pantau-peradilan", "pulihkan-psikologis");
    }

    @Test
    void domesticViolenceIsProtectedByCourtAndMayBeMediatedOverMoney() {
        assertThat(ended(Personas.wifeBeatenAtHome()))
                .hasPassed(
                        "pelindungan-sementara", "mohon-perintah-perlindungan", "perintah-hampir-berakhir", "mediasi")
                .hasNotPassed("mohon-lpsk", "terima-putusan", "serah-terima", "mendekati-akhir-tinggal");
    }

    @Test
    void sexualViolenceIsNeverMediated() {
        assertThat(ended(Personas.rapedLongAgoAskingForMediation()))
                .hasPassed("uji-kelayakan-mediasi", "asesmen-psikologis", "lapor-polisi")
                .hasNotPassed("mediasi", "periksa-medis-visum");
    }

    @Test
    void aTraffickedMigrantIsIdentifiedProtectedAndBroughtHome() {
        assertThat(ended(Personas.traffickedMigrantWithDisability()))
                .hasPassed(
                        "siapkan-akomodasi", "identifikasi-tppo", "mohon-lpsk", "koordinasi-bp3mi", "pulangkan-korban")
                .hasNotPassed("pelindungan-sementara", "jamin-pendidikan");
    }

    @Test
    void aChildOffenderGetsDiversion() {
        assertThat(ended(Personas.childOffender()))
                .hasPassed("proses-diversi-abh")
                .hasNotPassed("ajukan-restitusi");
    }

    @Test
    void aChildWithoutASafeGuardianIsNotSentHomeAndItsCaseNotClosed() {
        CaseDriver driver = new CaseDriver(
                        engine,
                        Persona.quiet()
                                .answering("korbanUsia", 8)
                                .answering("kesiapanPulang", "tidak-perlu")
                                .answering("pulangWaliAman", "tidak", "ya"))
                .begin();
        driver.untilOpen("nilai-kesiapan-pulang").complete("nilai-kesiapan-pulang");
        assertThat(driver.openSteps()).doesNotContain("serah-terima", "usul-terminasi");
        driver.untilOpen("nilai-kesiapan-pulang").untilEnded();
    }

    @Test
    void aCaseAcrossRegionsIsAskedOfTheProvinceUntilSomebodyHasIt() {
        assertThat(ended(Personas.acrossRegions()))
                .hasPassed("rujuk-wilayah", "kasus-diterima")
                .hasNotPassed("kasus-tidak-diterima");
    }

    @Test
    void aReportThatBelongsElsewhereIsHandedOverBeforeAnybodyExaminesIt() {
        assertThat(ended(Personas.transferredAtOnce()))
                .hasPassedInOrder(
                        "tetapkan-kewenangan",
                        "serahkan-laporan",
                        "tetapkan-kewenangan",
                        "setujui-pelimpahan-laporan",
                        "limpahkan-laporan",
                        "kasus-di-wilayah-lain")
                .hasNotPassed("PEMERIKSAAN", "asesmen-biopsikososial", "usul-terminasi");
    }

    @Test
    void aVictimWhoIsNotFoundDoesNotVanishFromTheRecords() {
        assertThat(ended(Personas.neverFound()))
                .hasPassedInOrder("jangkau-korban", "kasus-tidak-diterima", "setujui-terminasi")
                .hasNotPassed("minta-persetujuan");
    }

    @Test
    void anAnonymousReportIsVisitedBeforeConsentIsAsked() {
        assertThat(ended(Personas.reportedByANeighbour()))
                .hasPassedInOrder("jangkau-korban", "minta-persetujuan", "setujui-terminasi");
    }

    @Test
    void aVictimWhoRefusesIsRegisteredNowhereElse() {
        assertThat(ended(Personas.refusingHelp()))
                .hasPassed("minta-persetujuan", "setujui-terminasi")
                .hasNotPassed("registrasi-kasus", "rujuk-layanan");
    }

    @Test
    void aDuplicateReportedInAnEmergencyIsClosedOnlyWhenTheExaminationIsOver() {
        CaseDriver driver = new CaseDriver(engine, Personas.reportedTwiceInAnEmergency());
        var instance = driver.start();
        driver.untilEnded();
        assertThat(instance)
                .hasPassedInOrder("tanggap-darurat", "registrasi-kasus", "pemeriksaan-rampung", "setujui-terminasi")
                .hasNotPassed("asesmen-biopsikososial");
    }

    @Test
    void everyLateStepAndStageTellsTheFirstRungOfItsLadder() {
        CaseDriver driver = new CaseDriver(engine, Persona.quiet()).everythingLate();
        var instance = driver.start();
        driver.untilEnded();
        assertThat(instance)
                .hasPassed(
                        "terlambat-terima-laporan",
                        "terlambat-LAPORAN",
                        "naik-tangga",
                        "keterlambatan-berakhir",
                        "terlambat-setujui-terminasi",
                        "terlambat-REINTEGRASI");
        long ladders = engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .activityId("naik-tangga")
                .count();
        long told = engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(driver.number())
                .taskDefinitionKey(FOLLOW_UP)
                .count();
        assertThat(told).isGreaterThanOrEqualTo(ladders);
    }

    @Test
    void twoStepsLateAtOnceClimbApartAndEachTakesItsOwnLadderAway() {
        CaseDriver driver = new CaseDriver(engine, Personas.abusedChildInDanger()).begin();
        driver.untilOpen("lapor-polisi").untilOpen("periksa-medis-visum");
        driver.fireTimer("batas-periksa-medis-visum").fireTimer("batas-lapor-polisi");
        assertThat(driver.openSteps()).filteredOn(FOLLOW_UP::equals).hasSize(2);
        driver.complete("periksa-medis-visum");
        assertThat(driver.openSteps()).filteredOn(FOLLOW_UP::equals).hasSize(1);
        driver.complete("lapor-polisi");
        assertThat(driver.openSteps()).doesNotContain(FOLLOW_UP);
        driver.untilEnded();
    }

    @Test
    void aRiskThatRisesBringsTheEmergencyTeamBackFromAnyStage() {
        CaseDriver driver = new CaseDriver(engine, Persona.quiet());
        var instance = driver.start();
        driver.untilOpen("susun-rencana").happens(Map.of("tingkatRisikoBaru", "DARURAT"));
        assertThat(driver.openSteps()).contains("tanggap-darurat-ulang", "susun-rencana");
        assertThat(engine.getRuntimeService().getVariable(instance.getId(), "tingkatRisiko"))
                .isEqualTo("DARURAT");
        driver.untilEnded();
        assertThat(instance).hasPassed("nilai-ulang-risiko", "kasus-selesai");
    }

    @Test
    void aRiskThatStaysTheSameAlarmsNobody() {
        CaseDriver driver = new CaseDriver(engine, Persona.quiet());
        driver.start();
        driver.untilOpen("susun-rencana").happens(Map.of("tingkatRisikoBaru", "SEDANG"));
        assertThat(driver.openSteps()).doesNotContain("tanggap-darurat-ulang");
    }

    @Test
    void aWithdrawnConsentStopsSharingButNotTheCase() {
        CaseDriver driver = new CaseDriver(
                engine,
                Persona.quiet()
                        .answering("keputusanKorban", "hentikan")
                        .answering("layananRencana", java.util.List.of("bimbingan-rohani")));
        var instance = driver.start();
        driver.untilOpen("susun-rencana").happens(Map.of("kejadian", "tarik-persetujuan"));
        assertThat(driver.openSteps()).contains("hentikan-pemrosesan", "saring-tekanan", "susun-rencana");
        driver.complete("saring-tekanan").untilEnded();
        assertThat(instance)
                .hasPassed("persetujuan-tidak-berlaku", "kasus-selesai")
                .hasNotPassed("rujuk-layanan");
    }

    @Test
    void aVictimWhoMovedIsHandedOverAndOurOwnStepsEnd() {
        CaseDriver driver = new CaseDriver(
                engine,
                Persona.quiet()
                        .answering("keputusanWewenang", "limpah")
                        .answering("penerimaanWilayah", "ditolak", "diterima")
                        .answering("keputusanPelimpahan", "kembalikan", "setuju"));
        var instance = driver.start();
        driver.untilOpen("susun-rencana").happens(Map.of("kejadian", "korban-pindah-wilayah"));
        while (driver.openSteps().contains("susun-rencana")) {
            String next = driver.openSteps().stream()
                    .filter(step -> !step.equals("susun-rencana"))
                    .findFirst()
                    .orElseThrow();
            driver.complete(next);
        }
        assertThat(instance)
                .isEnded()
                .hasPassed("kasus-di-wilayah-lain")
                .hasNotPassed("setujui-rencana", "kasus-selesai");
    }

    @Test
    void aVictimWhoMovesToADistrictOfOursIsReceivedAndHelpedThereToTheEnd() {
        CaseDriver driver = new CaseDriver(engine, Personas.movedToManado()).begin();
        driver.untilOpen("susun-rencana").happens(Map.of("kejadian", "korban-pindah-wilayah"));
        driver.complete("tetapkan-kewenangan-ulang").complete("serahkan-kasus").complete("setujui-pelimpahan");
        assertThat(driver.instance()).isEnded().hasPassedInOrder("limpahkan-kasus", "kasus-di-wilayah-lain");

        CaseDriver there = new CaseDriver(engine, Persona.quiet()).takesOver(receivedFrom(driver.number()));
        assertThat(there.number()).startsWith("MANADO-");
        assertThat(there.openSteps()).containsExactly("terima-laporan");
        var received = there.instance();
        there.untilEnded();
        assertThat(received).isEnded().hasPassed("asesmen-biopsikososial", "kasus-selesai");
    }

    @Test
    void whenTheVictimDiesHelpStopsAndTheInvestigatorIsTold() {
        CaseDriver driver = new CaseDriver(engine, Persona.quiet().answering("didugaPidana", "ya"));
        var instance = driver.start();
        driver.untilOpen("susun-rencana").happens(Map.of("kejadian", "korban-meninggal"));
        assertThat(driver.openSteps()).containsExactly("catat-kematian");
        driver.untilEnded();
        assertThat(instance)
                .hasPassed("teruskan-ke-penyidik", "tutup-kasus-meninggal")
                .hasNotPassed("kunjungan-lanjutan");
    }

    private org.camunda.bpm.engine.runtime.ProcessInstance ended(Persona persona) {
        CaseDriver driver = new CaseDriver(engine, persona);
        var instance = driver.start();
        driver.untilEnded();
        assertThat(instance).isEnded();
        return instance;
    }

    private String receivedFrom(String number) {
        return db.sql("select to_number from case_handover where from_number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private long visits(String instance) {
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityId("kunjungan-lanjutan")
                .count();
    }
}
