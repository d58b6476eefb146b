package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.tuntas.TuntasTest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A case goes to another district of this installation by one approval, with what was agreed and nothing else. */
@TuntasTest
class HandOverTest {

    private static final String HERE = "manggarai-barat";
    private static final String THERE = "manado";
    private static final Set<String> ADDED = Set.of(
            "nomorKasus", "kanal", "kasusAsal", "daerahAsal", "pelaporAdalah", "pelaporLembaga", "laporanSelesai");

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int port;

    private CaseDriver driver;

    @BeforeEach
    void theVictimMoves() {
        driver = moved(Personas.movedToManado());
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void opensACaseThereWithItsOwnNumberKeyAndFirstStep() {
        set("tingkatRisiko", "DARURAT");
        handOver();

        Task first = received();
        assertThat(first.getTaskDefinitionKey()).isEqualTo("terima-laporan");
        assertThat(first.getTenantId()).isEqualTo(THERE);
        assertThat(engine.getTaskService().getIdentityLinksForTask(first.getId()))
                .extracting(IdentityLink::getGroupId)
                .contains("petugas-pengaduan");
        assertThat(Duration.between(
                        first.getCreateTime().toInstant(), first.getDueDate().toInstant()))
                .as("the budget of a case in danger, from its first minute")
                .isBetween(Duration.ofMinutes(29), Duration.ofMinutes(30));
        assertThat(db.sql("select count(distinct wrapped) from data_key where case_number in (?, ?)")
                        .params(driver.number(), newNumber())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void takesAlongWhatIsOnTheListAndLeavesTheRest() throws IOException {
        set("kodeRumahAman", "RA-07");
        set("temuanPsikologis", "tidak ikut");
        set("kondisiFisik", "tidak ikut");
        Object name = of(driver).get("korbanNama");
        handOver();

        Map<String, Object> there =
                engine.getTaskService().getVariables(received().getId());
        assertThat(there)
                .containsEntry("korbanNama", name)
                .containsEntry("kanal", "pelimpahan")
                .containsEntry("kasusAsal", driver.number())
                .containsEntry("daerahAsal", "Kabupaten Manggarai Barat")
                .containsEntry("pelaporLembaga", "Kabupaten Manggarai Barat, kasus " + driver.number())
                .containsKeys("kronologiSingkat", "pelimpahanRingkasan", "korbanUsia", "terlaporHubungan")
                .doesNotContainKeys(
                        "kodeRumahAman", "temuanPsikologis", "kondisiFisik", "bahayaSaatIni", "wilayahKorban");
        Set<String> further = new HashSet<>(there.keySet());
        further.removeAll(ADDED);
        assertThat(listed()).containsAll(further);
    }

    @Test
    void closesTheOldCaseAndBothFilesKnowEachOther() {
        handOver();

        assertThat(db.sql("select closing_reason from case_file where number = ? and closed_at is not null")
                        .param(driver.number())
                        .query(String.class)
                        .single())
                .isEqualTo("pelimpahan-diterima");
        assertThat(auditOf(driver.number())).contains("CASE_HANDED_OVER " + HERE + " " + newNumber());
        assertThat(auditOf(newNumber()))
                .contains("CASE_RECEIVED " + THERE + " " + driver.number())
                .anyMatch(row -> row.startsWith("CASE_OPENED " + THERE));
    }

    @Test
    void givesWhoeverApprovesNoRightInTheOtherDistrict() {
        RestClient head = user("kepala-uptd");
        String step = stepOf(driver.number()).getId();
        head.post("/task/" + step + "/claim", Map.of("userId", "kepala-uptd"));
        head.post(
                "/task/" + step + "/submit-form",
                RestClient.typed(Map.of("keputusanPelimpahan", "setuju", "pelimpahanNomorSurat", "460/12")));

        assertThat(db.sql("select actor from audit_entry where case_number = ? and kind = 'CASE_RECEIVED'")
                        .param(newNumber())
                        .query(String.class)
                        .single())
                .isEqualTo("kepala-uptd");
        String there = received().getId();
        for (String stranger :
                List.of("kepala-uptd", "petugas-pengaduan", "manajer-kasus", "penyelia-kasus", "pendamping-ppa")) {
            RestClient from = user(stranger);
            assertThat(from.get("/task?maxResults=10&processInstanceBusinessKey=" + newNumber()))
                    .as(stranger)
                    .isEmpty();
            assertThat(from.known(there)).as(stranger).isEmpty();
            assertThat(from.tryPost("/task/" + there + "/claim", Map.of("userId", stranger))
                            .status())
                    .as(stranger)
                    .isGreaterThanOrEqualTo(400);
        }
        assertThat(user("manado-petugas-pengaduan")
                        .get("/task?maxResults=10&processInstanceBusinessKey=" + newNumber()))
                .hasSize(1);
    }

    @Test
    void showsTheReceivingDistrictNothingOfTheOldCase() {
        CaseDriver before = new CaseDriver(engine, Persona.quiet()).begin();
        String step = stepOf(before.number()).getId();
        handOver();
        for (String stranger : List.of("manado-petugas-pengaduan", "manado-kepala-uptd", "manado-manajer-kasus")) {
            RestClient from = user(stranger);
            assertThat(from.get("/task?maxResults=10&processInstanceBusinessKey=" + driver.number()))
                    .isEmpty();
            assertThat(from.get("/task?maxResults=10&processInstanceBusinessKey=" + before.number()))
                    .isEmpty();
            assertThat(from.known(step)).isEmpty();
        }
        RestClient intake = user("manado-petugas-pengaduan");
        assertThat(intake.known(received().getId()).orElseThrow())
                .as("before the step is taken")
                .doesNotContainKey("korbanNama");
        intake.post("/task/" + received().getId() + "/claim", Map.of("userId", "manado-petugas-pengaduan"));
        assertThat(intake.known(received().getId()).orElseThrow())
                .containsKeys("korbanNama", "kronologiSingkat", "kasusAsal", "pelimpahanRingkasan");
    }

    @Test
    void opensNothingForAnOfficeOnPaperNorWithoutConsent() {
        set("daerahTujuan", "luar-tuntas");
        handOver();
        assertThat(links()).isZero();

        driver = moved(Personas.movedToManado());
        set("pelimpahanKorbanSetuju", "tidak");
        handOver();
        assertThat(links()).isZero();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(driver.number())
                        .count())
                .as("the case here is closed all the same")
                .isZero();
    }

    @Test
    void offersTheOtherDistrictsOnlyAndAcceptsNothingElse() {
        driver = leaving(Personas.movedToManado());
        RestClient companion = user("pendamping-ppa");
        String step = stepOf(driver.number()).getId();
        companion.post("/task/" + step + "/claim", Map.of("userId", "pendamping-ppa"));
        assertThat(companion
                        .known(step)
                        .orElseThrow()
                        .get("pilihanDaerahTujuan")
                        .toString())
                .contains("value=manado", "value=luar-tuntas", "label=Kota Manado")
                .doesNotContain(HERE);

        assertRefused(companion, step, "ya", "mars", "Daerah tujuan: pilih salah satu jawaban yang tersedia.");
        assertRefused(companion, step, "ya", HERE, "Daerah tujuan: pilih salah satu jawaban yang tersedia.");
        assertRefused(
                companion,
                step,
                "tidak",
                THERE,
                "Daerah tujuan: tidak berlaku untuk jawaban Anda yang lain; kosongkan.");
        assertThat(of(driver)).doesNotContainKeys("daerahTujuan", "penerimaanWilayah");
    }

    @Test
    void refusesAtTheApprovalWhatIsNoDestinationAnyMore() {
        assertApprovalRefused("mars", "Daerah tujuan tidak dikenal.");
        assertApprovalRefused(HERE, "Kasus tidak dapat dilimpahkan ke daerah sendiri.");
        db.sql(
                        "update mou_service set valid_from = valid_from + interval '3650' day, valid_until = null where district_id = ?")
                .param(THERE)
                .update();
        try {
            assertApprovalRefused(THERE, "Kota Manado belum punya perjanjian yang berlaku");
        } finally {
            db.sql("update mou_service set valid_from = valid_from - interval '3650' day where district_id = ?")
                    .param(THERE)
                    .update();
        }
    }

    @Test
    void refusesToHandACaseOverTwice() {
        String other = new CaseDriver(engine, Persona.quiet()).begin().number();
        db.sql("insert into case_handover (from_number, to_number, handed_over_at) values (?, ?, current_timestamp)")
                .params(driver.number(), other)
                .update();
        try {
            assertApprovalRefused(THERE, "sudah dilimpahkan");
        } finally {
            db.sql("delete from case_handover where from_number = ?")
                    .param(driver.number())
                    .update();
        }
    }

    private void assertApprovalRefused(String destination, String sentence) {
        set("daerahTujuan", destination);
        long files = db.sql("select count(*) from case_file").query(Long.class).single();
        assertThatThrownBy(this::handOver)
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining(sentence);
        assertThat(db.sql("select count(*) from case_file").query(Long.class).single())
                .isEqualTo(files);
        assertThat(stepOf(driver.number()).getTaskDefinitionKey()).isEqualTo("setujui-pelimpahan");
        assertThat(of(driver)).doesNotContainKey("alasanPenutupan");
    }

    private void assertRefused(RestClient officer, String step, String consent, String destination, String sentence) {
        RestClient.Answer answer = officer.tryPost(
                "/task/" + step + "/submit-form",
                RestClient.typed(Map.of(
                        "penerimaanWilayah",
                        "diterima",
                        "pelimpahanKorbanSetuju",
                        consent,
                        "daerahTujuan",
                        destination)));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).contains(sentence);
    }

    private static Set<String> listed() throws IOException {
        try (InputStream yaml = HandOverTest.class.getResourceAsStream("/handover/handover-list.yaml")) {
            return new ObjectMapper(new YAMLFactory())
                    .readValue(yaml, new TypeReference<Map<String, String>>() {})
                    .keySet();
        }
    }

    private CaseDriver leaving(Persona persona) {
        CaseDriver leaving = new CaseDriver(engine, persona).begin().untilOpen("susun-rencana");
        return leaving.happens(Map.of("kejadian", "korban-pindah-wilayah")).complete("tetapkan-kewenangan-ulang");
    }

    private CaseDriver moved(Persona persona) {
        return leaving(persona).complete("serahkan-kasus");
    }

    private void handOver() {
        driver.complete("setujui-pelimpahan");
    }

    private void set(String variable, Object value) {
        engine.getRuntimeService().setVariable(driver.instance().getId(), variable, value);
    }

    private Map<String, Object> of(CaseDriver driver) {
        return engine.getRuntimeService().getVariables(driver.instance().getId());
    }

    private Task stepOf(String number) {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .filter(task -> !task.getTaskDefinitionKey().equals("susun-rencana"))
                .findFirst()
                .orElseThrow();
    }

    private Task received() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(newNumber())
                .singleResult();
    }

    private String newNumber() {
        return db.sql("select to_number from case_handover where from_number = ?")
                .param(driver.number())
                .query(String.class)
                .single();
    }

    private long links() {
        return db.sql("select count(*) from case_handover where from_number = ?")
                .param(driver.number())
                .query(Long.class)
                .single();
    }

    private List<String> auditOf(String number) {
        return db.sql("select kind, district_id, reason from audit_entry where case_number = ? order by id")
                .param(number)
                .query((row, i) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .list();
    }

    private RestClient user(String name) {
        return new RestClient(port, name, "tuntas-demo");
    }
}
