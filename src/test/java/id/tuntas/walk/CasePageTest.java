package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.TuntasTest;
import id.tuntas.access.AccessTable;
import id.tuntas.access.Visitor;
import id.tuntas.shared.CaseNumber;
import id.tuntas.vault.Erasure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees the page of a case, what stands on it, and what does not until somebody asks for it on record. */
@TuntasTest
class CasePageTest {

    /** In every personal field, with the name of the field behind it. */
    private static final String MARK = "zQ7xKasus";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    AccessTable table;

    @Autowired
    Erasure erasure;

    @Autowired
    JdbcClient db;

    private CaseDriver driver;
    private String page;

    @BeforeEach
    void openACase() {
        driver = new CaseDriver(engine, Persona.quiet()).begin();
        page = "/kasus/" + driver.number();
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "penyelia-kasus, 200",
        "manajer-kasus, 200",
        "kepala-uptd, 200",
        "kepala-bidang-ppa, 200",
        "kepala-dinas, 200",
        // the first step is offered to them
        "petugas-pengaduan, 200",
        "peksos, 404",
        "polres-ppa, 404",
        "auditor, 404",
        "admin, 404",
        "penyusun-sop, 404",
        "manado-manajer-kasus, 404",
        "manado-petugas-pengaduan, 404",
        "manado-kepala-dinas, 404"
    })
    void isForManagersOfTheDistrictAndForWhoeverHasAStepOfIt(String user, int status) {
        assertThat(Visitor.signedIn(port, user).get(page).statusCode()).isEqualTo(status);
    }

    @Test
    void whoHasTakenAStepStillSeesTheCaseAfterwards() {
        driver.complete("terima-laporan");
        Visitor officer = Visitor.signedIn(port, "mediator");
        assertThat(officer.get(page).statusCode()).isEqualTo(404);
        db.sql("update step_clock set assignee = 'mediator' where case_number = ? and step_id = 'terima-laporan'")
                .param(driver.number())
                .update();
        assertThat(officer.get(page).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MABAR-2026-99999", "bukan-nomor", "MABAR-2026-0001'--", "x"})
    void aCaseOfOthersAnswersLikeOneThatDoesNotExist(String unknown) {
        Visitor stranger = Visitor.signedIn(port, "manado-manajer-kasus");
        String foreign = stranger.get(page).body();
        String missing = stranger.get("/kasus/" + unknown.replace("'", "%27")).body();
        assertThat(withoutToken(missing)).isEqualTo(withoutToken(foreign)).doesNotContain(driver.number());
        assertThat(stranger.submit("/pantau", page + "/data").statusCode()).isEqualTo(404);
    }

    @Test
    void itsNumberMayBeTypedInSmallLetters() {
        assertThat(Visitor.signedIn(port, "penyelia-kasus")
                        .get(page.toLowerCase(Locale.ROOT))
                        .body())
                .contains("Kasus " + driver.number());
    }

    @Test
    void tellsWhatHappenedToEachStep() {
        driver.untilOpen("susun-rencana")
                .asked(
                        "susun-rencana",
                        "perpanjang",
                        Map.of("alasanTenggat", "menunggu-dokumen", "lamaPerpanjangan", "P1D"))
                .complete("setujui-perpanjangan");
        assertThat(Visitor.signedIn(port, "kepala-uptd").get(page).body())
                .contains(
                        "Perjalanan kasus",
                        "Pemeriksaan",
                        "Susun rencana",
                        "perpanjangan diminta oleh penyelia-kasus: menunggu dokumen",
                        "diperpanjang oleh",
                        "selesai tepat waktu")
                .doesNotContain("??", "case.event");
        assertThat(Visitor.signedIn(port, "kepala-uptd").get(page + "?lang=en").body())
                .contains("Way of the case", "more time asked for by")
                .doesNotContain("??", "case.event");
    }

    @Test
    void saysNothingPersonalToAnybodyBeforeItIsAskedTo() {
        mark();
        for (String user :
                List.of("penyelia-kasus", "manajer-kasus", "kepala-uptd", "kepala-bidang-ppa", "kepala-dinas")) {
            Visitor manager = Visitor.signedIn(port, user);
            assertThat(manager.get(page).body()).contains(driver.number()).doesNotContain(MARK);
            assertThat(manager.get("/pantau/daftar").body())
                    .contains("href=\"" + page + "\"")
                    .doesNotContain(MARK);
        }
        assertThat(looks()).isEmpty();
    }

    @Test
    void showsACaseManagerWhatTheTableAllowsAndPutsTheLookOnRecordFirst() {
        mark();
        String shown = Visitor.signedIn(port, "manajer-kasus")
                .submit(page, page + "/data")
                .body();
        assertThat(shown).contains(MARK + " korbanNama", "tercatat dalam audit");
        assertThat(shown).as("details of health are not for case managers").doesNotContain(MARK + " temuanPsikologis");
        assertThat(looks()).singleElement().satisfies(look -> {
            assertThat(look.get("actor")).isEqualTo("manajer-kasus");
            assertThat(look.get("reason")).isEqualTo("peran");
            assertThat(look.get("fields").toString()).contains("korbanNama").doesNotContain(MARK, "temuanPsikologis");
        });
    }

    @Test
    void saysWhatWasChosenInTheWordsOfTheForm() {
        driver.happens(Map.of(
                "korbanJk",
                "P",
                "terlaporHubungan",
                "pacar-mantan",
                "ragamDisabilitas",
                Spin.JSON("[\"netra\",\"pilihan-dahulu\"]"),
                "korbanNama",
                "fisik"));
        String shown = Visitor.signedIn(port, "manajer-kasus")
                .submit(page, page + "/data")
                .body();
        assertThat(shown.replaceAll("\\s+", " "))
                .contains(">Perempuan</dd>", ">Pacar atau mantan</dd>")
                .as("a name is no option of another question")
                .contains(">fisik</dd>")
                .as("what no form offers any more stays a code")
                .contains(">Netra, pilihan-dahulu</dd>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"penyelia-kasus", "kepala-bidang-ppa", "kepala-dinas", "petugas-pengaduan"})
    void showsNothingToARoleTheTableDoesNotName(String user) {
        mark();
        Visitor reader = Visitor.signedIn(port, user);
        assertThat(reader.get(page).body())
                .contains("tidak membaca data korban")
                .doesNotContain(page + "/data");
        var answer = reader.submit("/beranda", page + "/data");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain(MARK);
        assertThat(looks()).isEmpty();
    }

    @Test
    void aLookNeedsTheTokenOfThePage() {
        mark();
        Visitor manager = Visitor.signedIn(port, "manajer-kasus");
        assertThat(manager.get(page + "/data").statusCode()).isEqualTo(405);
        assertThat(manager.submit("/actuator/health", page + "/data").statusCode())
                .isEqualTo(403);
        assertThat(looks()).isEmpty();
    }

    @Test
    void ofAnErasedCaseItTellsTheWayAndThatTheRestIsGone() {
        driver.happens(Map.of("korbanNama", MARK)).untilEnded();
        erasure.erase(CaseNumber.parse(driver.number()), "uji penghapusan", "penguji");
        String shown = Visitor.signedIn(port, "kepala-uptd")
                .submit(page, page + "/data")
                .body();
        assertThat(shown).contains("sudah dihapus", "Perjalanan kasus").doesNotContain(MARK);
        assertThat(looks()).isEmpty();
    }

    private void mark() {
        driver.happens(table.classes().values().stream()
                .flatMap(part -> part.fields().stream())
                .distinct()
                .collect(Collectors.toMap(name -> name, name -> MARK + " " + name)));
    }

    private List<Map<String, Object>> looks() {
        return db.sql("select * from audit_entry where kind = 'VALUES_SEEN' and case_number = ?")
                .param(driver.number())
                .query()
                .listOfRows();
    }

    private static String withoutToken(String html) {
        return html.replaceAll("value=\"[^\"]{20,}\"", "").replaceAll("lang=(id|en)\"", "");
    }
}
