package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.TuntasTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No part of a model is untested: every flow node and every sequence flow is walked by the cases below. */
@TuntasTest
class ModelCoverageTest {

    private static final String HAPPENS = "kejadian";
    private static final String FOLLOW_UP = "tindak-lanjut-keterlambatan";
    private static final String NEXT_RUNG = "menunggu-anak-tangga-berikutnya";

    @Autowired
    ProcessEngine engine;

    @Autowired
    WalkedPaths walked;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void everyNodeAndEveryFlowOfEveryModelIsWalked() {
        Personas.all().forEach(persona -> driver(persona).untilEnded());
        driver(Persona.quiet().answering("layananRencana", List.of("bimbingan-rohani")))
                .everythingLate()
                .untilEnded();
        new CaseDriver(engine, Personas.abusedChildInDanger())
                .everythingLate()
                .begin()
                .untilEnded();
        new CaseDriver(engine, Personas.wifeBeatenAtHome())
                .everythingLate()
                .begin()
                .untilEnded();
        new CaseDriver(engine, Personas.traffickedMigrantWithDisability())
                .everythingLate()
                .begin()
                .untilEnded();
        new CaseDriver(engine, Personas.childOffender())
                .everythingLate()
                .begin()
                .untilEnded();
        new CaseDriver(engine, Personas.acrossRegions())
                .everythingLate()
                .begin()
                .untilEnded();
        new CaseDriver(engine, Personas.transferredAtOnce())
                .everythingLate()
                .begin()
                .untilEnded();
        new CaseDriver(engine, Personas.reportedByANeighbour())
                .everythingLate()
                .begin()
                .untilEnded();
        events();
        referrals();
        reportedEvent();
        ladder();
        requests();
        emergency();
        assertThat(missing()).as("elements no case came by").isEmpty();
    }

    private void events() {
        happened(Persona.quiet(), Map.of("tingkatRisikoBaru", "DARURAT"));
        happened(
                Persona.quiet().answering("tingkatRisikoBaru", "RENDAH", "TINGGI", "RENDAH"),
                Map.of("tingkatRisikoBaru", "TINGGI"));
        happened(Persona.quiet(), Map.of(HAPPENS, "tarik-persetujuan"));
        happened(
                Persona.quiet()
                        .answering("keputusanKorban", "hentikan")
                        .answering("layananRencana", List.of("pemulangan")),
                Map.of(HAPPENS, "tarik-persetujuan"));
        happened(Persona.quiet(), Map.of(HAPPENS, "insiden-data"));
        happened(Persona.quiet(), Map.of(HAPPENS, "ancaman-pada-korban"));
        Persona threatened = Persona.quiet().answering("perluPembatasanGerak", "ya");
        happened(threatened, Map.of(HAPPENS, "ancaman-pada-korban"));
        happened(threatened.answering("pembatasanDikabulkan", "ya"), Map.of(HAPPENS, "ancaman-pada-korban"));
        happened(threatened.answering("pembatasanDiperpanjang", "ya"), Map.of(HAPPENS, "ancaman-pada-korban"));
        happened(Persona.quiet().answering("korbanTerhubung", "ya"), Map.of(HAPPENS, "korban-tak-terhubungi"));
        happened(Persona.quiet().answering("korbanTerhubung", "tidak"), Map.of(HAPPENS, "korban-tak-terhubungi"));
        happened(Persona.quiet(), Map.of(HAPPENS, "korban-pindah-wilayah"));
        happened(
                Persona.quiet()
                        .answering("keputusanWewenang", "limpah")
                        .answering("penerimaanWilayah", "ditolak", "diterima")
                        .answering("keputusanPelimpahan", "kembalikan", "setuju"),
                Map.of(HAPPENS, "korban-pindah-wilayah"));
        happened(Persona.quiet(), Map.of(HAPPENS, "korban-meninggal"));
        happened(Persona.quiet().answering("didugaPidana", "ya"), Map.of(HAPPENS, "korban-meninggal"));
    }

    /** Once in time and once late, so that the clocks of these steps run out too. */
    private void happened(Persona persona, Map<String, Object> event) {
        driver(persona.copy()).untilOpen("susun-rencana").happens(event).untilEnded();
        driver(persona.copy())
                .untilOpen("susun-rencana")
                .happens(event)
                .everythingLate()
                .untilEnded();
    }

    private void referrals() {
        Persona refused = Persona.quiet()
                .answering("layananRencana", List.of("pemulihan-psikologis"))
                .answering("jawabanRujukan", "tolak", "terima")
                .answering("tindakLanjutRujukan", "kirim-ulang", "batalkan");
        driver(refused.copy()).untilEnded();
        driver(refused.copy()).everythingLate().untilEnded();
        CaseDriver unanswered = driver(Persona.quiet().answering("layananRencana", List.of("pemulihan-kesehatan")));
        unanswered.untilOpen("jawab-rujukan").fireTimer("tidak-ada-jawaban").untilEnded();
    }

    private void reportedEvent() {
        CaseDriver driver = driver(Persona.quiet());
        driver.reported(Map.of(
                "nomorKasus",
                driver.number(),
                HAPPENS,
                "insiden-data",
                "uraianKejadian",
                "Berkas tertinggal di warung"));
        driver.untilEnded();
    }

    /** A police report that nobody writes until the last rung has been told, and which is written then. */
    private void ladder() {
        CaseDriver driver = driver(Personas.abusedChildInDanger()).untilOpen("lapor-polisi");
        driver.fireTimer("batas-lapor-polisi");
        while (driver.hasTimer(NEXT_RUNG)) {
            driver.fireTimer(NEXT_RUNG);
        }
        assertThat(driver.openSteps()).filteredOn(FOLLOW_UP::equals).hasSizeGreaterThan(1);
        driver.complete(FOLLOW_UP);
        assertThat(driver.openSteps()).contains(FOLLOW_UP);
        driver.complete("lapor-polisi");
        assertThat(driver.openSteps()).as("the ladder ended with the step").doesNotContain(FOLLOW_UP);
        driver.untilEnded();
    }

    private void requests() {
        String step = "susun-rencana";
        CaseDriver driver = driver(Persona.quiet()).untilOpen(step);
        String tomorrow = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.ofHours(8))
                .plusDays(1)
                .toString();
        driver.asked(step, "jeda", Map.of("alasanTenggat", "menunggu-korban", "jedaSampai", tomorrow));
        driver.asked(step, "lanjutkan", Map.of());
        driver.asked(step, "perpanjang", Map.of("alasanTenggat", "menunggu-dokumen", "lamaPerpanjangan", "P1D"));
        assertThat(driver.openSteps()).contains("setujui-perpanjangan");
        driver.fireTimer("batas-setujui-perpanjangan");
        driver.complete("setujui-perpanjangan").untilEnded();
    }

    private void emergency() {
        CaseDriver driver = driver(Persona.quiet());
        driver.opensInAnEmergency("psikolog", "PT1H");
        assertThat(driver.openSteps()).contains("tinjau-akses-darurat");
        driver.fireTimer("batas-tinjau-akses-darurat");
        driver.complete("tinjau-akses-darurat").untilEnded();
    }

    private CaseDriver driver(Persona persona) {
        return new CaseDriver(engine, persona).begin();
    }

    private Set<String> missing() {
        Set<String> missing = new TreeSet<>();
        for (String process : List.of(
                "penanganan-korban", "rujukan", "kejadian-kasus", "eskalasi", "atur-tenggat", "akses-darurat")) {
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult()
                    .getId();
            var model = engine.getRepositoryService().getBpmnModelInstance(definition);
            model.getModelElementsByType(FlowNode.class).forEach(node -> missing.add(process + "/" + node.getId()));
            model.getModelElementsByType(SequenceFlow.class).forEach(flow -> missing.add(process + "/" + flow.getId()));
        }
        missing.removeAll(walked.elements());
        return missing;
    }
}
