package id.tuntas.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tuntas.TuntasTest;
import id.tuntas.access.Visitor;
import id.tuntas.testing.Fixtures;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On Sunday, 22 November 2026, 9 o'clock in Manggarai Barat. */
@TuntasTest
class DuePreviewTest {

    private static final String VISUM = "/api/sop/steps/periksa-medis-visum/due-preview?daerah=manggarai-barat";
    private static final Map<String, Object> REPORT = Map.of(
            "bahayaSaatIni", "tidak",
            "kronologiSingkat", "Pelapor mendengar pertengkaran berulang.",
            "kanal", "telepon",
            "waktuLapor", "2026-11-24T01:30Z",
            "pelaporAdalah", "korban");
    private static final String PAGE = "/sop/tenggat";

    @LocalServerPort
    int port;

    @Autowired
    Fixtures fixtures;

    @Autowired
    ProcessEngine engine;

    @BeforeEach
    void sunday() {
        fixtures.timeIs("2026-11-22T01:00:00Z");
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void showsFiveMomentsWithReminderDueDateAndLadder() {
        JsonNode answer = ask("penyusun-sop", VISUM);

        assertThat(answer.at("/nama").asText()).isEqualTo("Periksa medis dan visum");
        assertThat(answer.at("/zona").asText()).isEqualTo("Asia/Makassar");
        assertThat(answer.at("/contoh").findValuesAsText("kunci"))
                .containsExactly("jumat-sore", "malam-lebaran", "libur-nasional", "minggu-darurat", "selasa-biasa");
        JsonNode friday = moment(answer, "jumat-sore");
        assertThat(friday.at("/mulai").asText()).isEqualTo("2026-11-27T16:40:00+08:00");
        assertThat(friday.at("/instansi").asText()).isEqualTo("rsud");
        OffsetDateTime start = time(friday, "mulai");
        assertThat(time(friday, "pengingat")).isAfter(start).isBefore(time(friday, "jatuhTempo"));
        assertThat(friday.at("/tangga/0/pada").asText())
                .isEqualTo(friday.at("/jatuhTempo").asText());
        assertThat(friday.at("/tangga").findValuesAsText("nama")).contains("Kepala UPTD PPA");
    }

    @Test
    void countsTheSundayAsAnEmergencyWhateverTheRiskAndTheOthersAsAsked() {
        JsonNode low = ask("penyusun-sop", VISUM + "&risiko=rendah");

        assertThat(moment(low, "minggu-darurat").at("/risiko").asText()).isEqualTo("DARURAT");
        assertThat(moment(low, "selasa-biasa").at("/risiko").asText()).isEqualTo("RENDAH");
    }

    @Test
    void promisesWhatTheEngineThenDoes() {
        JsonNode tuesday = moment(
                ask("penyusun-sop", "/api/sop/steps/terima-laporan/due-preview?daerah=manggarai-barat"),
                "selasa-biasa");
        fixtures.timeIs(time(tuesday, "mulai").toInstant().toString());

        ProcessInstance instance = reported();

        var step = fixtures.step(instance, "terima-laporan");
        assertThat(step.getDueDate().toInstant())
                .isCloseTo(time(tuesday, "jatuhTempo").toInstant(), within(1, ChronoUnit.SECONDS));
        assertThat(step.getFollowUpDate().toInstant())
                .isCloseTo(time(tuesday, "pengingat").toInstant(), within(1, ChronoUnit.SECONDS));
        engine.getRuntimeService().deleteProcessInstance(instance.getId(), "preview");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tidak-ada/due-preview?daerah=manado | 404 | langkah | Langkah \"tidak-ada\" tidak ada",
                "terima-laporan/due-preview | 400 | daerah | Pilih daerah",
                "terima-laporan/due-preview?daerah=atlantis | 400 | daerah | Daerah \"atlantis\" tidak terdaftar",
                "terima-laporan/due-preview?daerah=manado&risiko=GAWAT | 400 | risiko | Risiko \"GAWAT\" tidak dikenal",
                "terima-laporan/due-preview?daerah=manado&tppo=mungkin | 400 | tppo | Isian tppo \"mungkin\""
            })
    void saysWhatIsWrongWithAQuestion(String question, int status, String field, String sentence) {
        var answer = Visitor.client(port, "penyusun-sop", "tuntas-demo").get("/api/sop/steps/" + question);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer.body()).at("/isian").asText()).isEqualTo(field);
        assertThat(json(answer.body()).at("/detail").asText()).startsWith(sentence);
        assertThat(answer.body()).doesNotContain("Exception", "trace");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "admin",
                "penyusun-sop",
                "pengesah-sop",
                "penyelia-kasus",
                "manajer-kasus",
                "kepala-uptd",
                "kepala-bidang-ppa",
                "kepala-dinas"
            })
    void isForThoseWhoWriteApproveAndManage(String user) {
        assertThat(Visitor.client(port, user, "tuntas-demo").get(VISUM).statusCode())
                .isEqualTo(200);
        assertThat(Visitor.signedIn(port, user).get(PAGE).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"petugas-pengaduan", "polres-ppa", "psikolog", "auditor"})
    void isClosedForEverybodyElse(String user) {
        assertThat(Visitor.client(port, user, "tuntas-demo").get(VISUM).statusCode())
                .isEqualTo(403);
        assertThat(Visitor.signedIn(port, user).get(PAGE).statusCode()).isEqualTo(403);
    }

    @Test
    void asksStrangersToSignIn() {
        assertThat(Visitor.on(port).get(VISUM).statusCode()).isEqualTo(401);
        var page = Visitor.on(port).get(PAGE);
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @Test
    void keepsAManagerToHisOwnDistrictAndAnAuthorToNone() {
        String manado = "/api/sop/steps/terima-laporan/due-preview?daerah=manado";
        var answer = Visitor.client(port, "kepala-dinas", "tuntas-demo").get(manado);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(json(answer.body()).at("/detail").asText()).contains("daerah Anda sendiri");
        assertThat(Visitor.signedIn(port, "kepala-dinas").get(PAGE).body())
                .contains("Kabupaten Manggarai Barat")
                .doesNotContain("Kota Manado");
        assertThat(ask("manado-kepala-dinas", manado).at("/daerah").asText()).isEqualTo("manado");
        assertThat(ask("penyusun-sop", manado).at("/daerah").asText()).isEqualTo("manado");
    }

    @Test
    void showsTheSameToPeopleInBothLanguages() {
        var author = Visitor.signedIn(port, "penyusun-sop");
        String question = PAGE + "?langkah=periksa-medis-visum&daerah=manggarai-barat&risiko=TINGGI";

        assertThat(author.get(question).body())
                .contains("Jumat sore menjelang kantor tutup", "Jumat, 27 November 2026, 16.40", "Pelaksana diingatkan")
                .contains("Malam sebelum Lebaran", "Idulfitri 1448 Hijriah", "Selasa, 9 Maret 2027, 20.00");
        assertThat(author.get(question + "&lang=en").body())
                .contains("Friday, 27 November 2026, 16:40", "The night before Lebaran", "Owner is reminded");
    }

    @Test
    void showsAMistakeOnThePageWithoutLosingWhatWasChosen() {
        var answer = Visitor.signedIn(port, "penyusun-sop").get(PAGE + "?langkah=%3Cscript%3E&daerah=manado");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body())
                .contains("govuk-error-summary", "&lt;script&gt;", "value=\"manado\" selected")
                .doesNotContain("<script>", "Exception");
    }

    /** A report in Manggarai Barat, as its start form brings it. */
    private ProcessInstance reported() {
        String procedure = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("penanganan-korban")
                .latestVersion()
                .singleResult()
                .getId();
        var identity = engine.getIdentityService();
        identity.setAuthentication(
                "petugas-pengaduan", List.of("petugas-pengaduan"), List.of(Fixtures.MANGGARAI_BARAT));
        try {
            return engine.getFormService().submitStartForm(procedure, REPORT);
        } finally {
            identity.clearAuthentication();
        }
    }

    private JsonNode ask(String user, String path) {
        var answer = Visitor.client(port, user, "tuntas-demo").get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer.body());
    }

    private static JsonNode moment(JsonNode answer, String key) {
        return StreamSupport.stream(answer.at("/contoh").spliterator(), false)
                .filter(one -> one.at("/kunci").asText().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static OffsetDateTime time(JsonNode moment, String field) {
        return OffsetDateTime.parse(moment.path(field).asText());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }
}
