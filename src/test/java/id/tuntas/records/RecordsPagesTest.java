package id.tuntas.records;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.TuntasTest;
import id.tuntas.access.Visitor;
import id.tuntas.shared.CaseNumber;
import id.tuntas.vault.CaseKeys;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two people of a district erase a case on a page, and nobody else does. */
@TuntasTest
class RecordsPagesTest {

    private static final String PATH = "/kelola/penghapusan";
    private static final String PASSWORD = "tuntas-demo";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    CaseKeys keys;

    private OldCases cases;
    private Visitor keeper;
    private Visitor head;

    @BeforeEach
    void twoPeopleOfTheDistrict() {
        cases = new OldCases(db, keys);
        keeper = Visitor.signedIn(port, "petugas-data");
        head = Visitor.signedIn(port, "kepala-uptd");
    }

    @Test
    void oneAsksAnotherErasesAndTheCertificateSaysBoth() {
        CaseNumber number = cases.due();
        String page = PATH + "/" + number;
        assertThat(keeper.get(PATH).body()).contains(number.value(), "Bukan kasus", "1 tahun");
        assertThat(keeper.get(page + "/usul").body())
                .contains("1 kunci data", "Yang tetap ada", "Salinan cadangan (backup) lama");

        assertThat(location(act(keeper, number, "usul", "alasan", "Masa simpan habis")))
                .endsWith(page);
        assertThat(keeper.get(page).body())
                .contains("Usulan dicatat", "Masa simpan habis")
                .doesNotContain("/hapus\"");
        assertThat(cases.isReadable(number)).isTrue();
        assertThat(head.get(PATH).body()).contains("Usulan yang menunggu pemeriksaan", "Masa simpan habis");
        assertThat(head.get("/akun").body()).contains("menunggu pemeriksaan Anda");

        assertThat(location(act(head, number, "hapus", "ketik", number.value().toLowerCase())))
                .endsWith(page);
        assertThat(cases.isReadable(number)).isFalse();
        assertThat(head.get(page).body())
                .contains("Berita acara", "petugas-data", "kepala-uptd", "masih dapat dibaca sampai kunci induk uji")
                .contains("docs/how-to/key-ceremony-and-rotation.md");
        assertThat(kinds(number)).containsExactly("ERASURE_ASKED petugas-data", "CASE_ERASED kepala-uptd");
    }

    @Test
    void nobodyErasesWhatHeAskedForHimself() {
        CaseNumber number = cases.due();
        act(head, number, "usul", "alasan", "Masa simpan habis");

        HttpResponse<String> answer = act(head, number, "hapus", "ketik", number.value());

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Anda sendiri yang mengusulkan");
        assertThat(cases.isReadable(number)).isTrue();
        act(Visitor.signedIn(port, "kepala-dinas"), number, "hapus", "ketik", number.value());
        assertThat(cases.isReadable(number)).isFalse();
    }

    @Test
    void aHoldKeepsACaseUntilItIsLifted() {
        CaseNumber number = cases.due();
        act(keeper, number, "usul", "alasan", "Masa simpan habis");
        assertThat(location(act(keeper, number, "tahan", "alasan", "Gugatan perdata")))
                .endsWith(number.value());
        assertThat(head.get(PATH).body()).contains("Gugatan perdata");
        assertThat(act(head, number, "hapus", "ketik", number.value()).body()).contains("Ada larangan hapus");
        assertThat(act(head, number, "usul", "alasan", "Lagi").statusCode()).isEqualTo(409);

        assertThat(location(act(head, number, "lepas", "alasan", "Perkara selesai")))
                .endsWith(number.value());
        assertThat(act(head, number, "lepas", "alasan", "Lagi").body()).contains("Tidak ada larangan hapus");
        assertThat(act(head, number, "hapus", "ketik", number.value()).body()).contains("Tidak ada usulan penghapusan");
        assertThat(cases.isReadable(number)).isTrue();
        assertThat(kinds(number))
                .containsExactly("ERASURE_ASKED petugas-data", "HOLD_PLACED petugas-data", "HOLD_LIFTED kepala-uptd");
    }

    @Test
    void aRequestIsDeclinedWithAReason() {
        CaseNumber number = cases.early();
        assertThat(keeper.get(PATH).body()).doesNotContain(number.value());
        assertThat(keeper.get(PATH + "/" + number + "/usul").body()).contains("baru lewat pada 1 Juni 2040");
        act(keeper, number, "usul", "alasan", "Permintaan korban");

        assertThat(location(act(head, number, "tolak", "alasan", "Perkara masih berjalan")))
                .endsWith(number.value());

        assertThat(act(head, number, "hapus", "ketik", number.value()).statusCode())
                .isEqualTo(409);
        assertThat(cases.isReadable(number)).isTrue();
    }

    @Test
    void anOpenCaseIsNotErased() {
        CaseNumber number = cases.open();

        assertThat(keeper.get(PATH + "/" + number).body())
                .contains("belum ditutup")
                .doesNotContain("/usul\"");
        assertThat(keeper.get(PATH + "/" + number + "/usul").body())
                .contains("belum ditutup")
                .doesNotContain("<textarea");
        assertThat(act(keeper, number, "usul", "alasan", "Coba").statusCode()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"usul, alasan, ' '", "tahan, alasan, ''", "hapus, ketik, MABAR-2009-0001", "hapus, ketik, ' '"})
    void whatIsMissingIsSaidAndNothingIsDone(String act, String field, String typed) {
        CaseNumber number = cases.due();
        if (act.equals("hapus")) {
            act(keeper, number, "usul", "alasan", "Masa simpan habis");
        }
        List<String> before = kinds(number);

        HttpResponse<String> answer = act(head, number, act, field, typed);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Ada yang perlu diperbaiki", "href=\"#" + field + "\"");
        assertThat(kinds(number)).isEqualTo(before);
    }

    @Test
    void aReasonIsNotEndless() {
        CaseNumber number = cases.due();
        assertThat(act(keeper, number, "usul", "alasan", "x".repeat(501)).statusCode())
                .isEqualTo(400);
        assertThat(location(act(keeper, number, "usul", "alasan", "x".repeat(499) + "\r\n")))
                .endsWith(number.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bukan-kata-sandi"})
    void whoIsAtTheKeyboardShowsIt(String shown) {
        CaseNumber number = cases.due();
        String form = PATH + "/" + number + "/tahan";

        HttpResponse<String> answer = keeper.submit(form, form, "alasan", "Gugatan", "bukti", shown);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Kata sandi sekarang salah").contains(">Gugatan</textarea>");
        assertThat(kinds(number)).isEmpty();
    }

    @Test
    void twoPressesAtOnceEraseOnce() throws Exception {
        CaseNumber number = cases.due();
        act(keeper, number, "usul", "alasan", "Masa simpan habis");
        Visitor other = Visitor.signedIn(port, "kepala-dinas");
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try {
            Future<HttpResponse<String>> one = hands.submit(() -> act(head, number, "hapus", "ketik", number.value()));
            Future<HttpResponse<String>> two = hands.submit(() -> act(other, number, "hapus", "ketik", number.value()));

            assertThat(List.of(one.get().statusCode(), two.get().statusCode())).containsExactlyInAnyOrder(302, 409);
        } finally {
            hands.shutdownNow();
        }
        assertThat(kinds(number))
                .filteredOn(kind -> kind.startsWith("CASE_ERASED"))
                .hasSize(1);
    }

    @Test
    void aCaseOfAnotherDistrictIsLikeOneThatNeverWas() {
        CaseNumber there = cases.ofTheOtherDistrict();
        for (String act : List.of("", "/usul", "/tahan", "/hapus")) {
            HttpResponse<String> real = head.get(PATH + "/" + there + act);
            HttpResponse<String> none = head.get(PATH + "/MANADO-1999-0001" + act);
            assertThat(real.statusCode()).isEqualTo(404).isEqualTo(none.statusCode());
            assertThat(withoutToken(real, there.value())).isEqualTo(withoutToken(none, "MANADO-1999-0001"));
        }
        assertThat(act(head, there, "tahan", "alasan", "Gugatan").statusCode()).isEqualTo(404);
        HttpResponse<String> real = head.get(PATH + "?nomor=" + there);
        HttpResponse<String> none = head.get(PATH + "?nomor=MANADO-1999-0001");
        assertThat(real.statusCode()).isEqualTo(404).isEqualTo(none.statusCode());
        assertThat(withoutToken(real, there.value())).isEqualTo(withoutToken(none, "MANADO-1999-0001"));
        assertThat(head.get(PATH).body()).doesNotContain(there.value());
        assertThat(Visitor.signedIn(port, "manado-petugas-data").get(PATH).body())
                .contains(there.value());
        assertThat(kinds(there)).isEmpty();
    }

    @Test
    void aNumberIsFoundAsPeopleTypeIt() {
        CaseNumber number = cases.due();
        assertThat(location(keeper.get(PATH + "?nomor=%20" + number.value().toLowerCase())))
                .endsWith(PATH + "/" + number);
        assertThat(keeper.get(PATH + "?nomor=apa").statusCode()).isEqualTo(400);
        assertThat(keeper.get(PATH + "?nomor=apa&lang=en").body()).contains("That is no case number");
    }

    @Test
    void anAuditorReadsAndChangesNothing() {
        CaseNumber number = cases.due();
        Visitor auditor = Visitor.signedIn(port, "auditor");

        assertThat(auditor.get(PATH).body()).contains(number.value(), "Anda hanya membaca");
        assertThat(auditor.get(PATH + "/" + number).body()).doesNotContain("Yang dapat Anda lakukan");
        assertThat(auditor.get(PATH + "/" + number + "/tahan").statusCode()).isEqualTo(403);
        assertThat(auditor.submit("/akun", PATH + "/" + number + "/tahan", "alasan", "x", "bukti", PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        assertThat(auditor.get("/beranda").body()).contains("href=\"" + PATH + "\"");
    }

    @Test
    void onlyHeadsErase() {
        CaseNumber number = cases.due();
        assertThat(keeper.get(PATH + "/" + number + "/hapus").statusCode()).isEqualTo(403);
        for (String other : List.of("admin", "manajer-kasus", "peksos", "pengesah-sop")) {
            assertThat(Visitor.signedIn(port, other).get(PATH).statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
    }

    @Test
    void whoeverWatchesTheServerSeesTheQuartersDuty() {
        CaseNumber number = cases.due();
        act(keeper, number, "usul", "alasan", "Masa simpan habis");
        act(head, number, "hapus", "ketik", number.value());
        Visitor admin = Visitor.client(port, "admin", PASSWORD);

        assertThat(admin.get("/actuator/health/vault").body())
                .contains("\"status\":\"UP\"", "\"masterKeysToDestroy\":[\"uji\"]", "\"latestDays\":90");
        assertThat(admin.get("/actuator/metrics/tuntas.vault.erasures.waiting-for-rotation")
                        .body())
                .contains("\"baseUnit\":\"seconds\"");
    }

    private HttpResponse<String> act(Visitor who, CaseNumber number, String act, String field, String typed) {
        return who.submit("/akun", PATH + "/" + number + "/" + act, field, typed, "bukti", PASSWORD);
    }

    /** In the order they happened, each with who did it. */
    private List<String> kinds(CaseNumber number) {
        return db.sql("select kind || ' ' || actor from audit_entry where case_number = ? order by id")
                .param(number.value())
                .query(String.class)
                .list();
    }

    private static String withoutToken(HttpResponse<String> answer, String number) {
        return answer.body().replaceAll("value=\"[^\"]{20,}\"", "").replace(number, "NOMOR");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("" + answer.statusCode());
    }
}
