package id.tuntas.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What managers find under {@code /pantau}, on Monday, 23 November 2026, 10 o'clock in Manggarai Barat. */
class BoardPagesTest extends MondayPages {

    private static final String LIST = "/pantau/daftar?keadaan=";

    private ClockRows rows;

    @BeforeEach
    void someRows() {
        rows = new ClockRows(db, NOW);
    }

    @AfterEach
    void away() {
        rows.remove();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pantau", "/pantau/terkini", "/pantau/daftar"})
    void areForManagersAndForNobodyElse(String path) {
        for (String user :
                List.of("penyelia-kasus", "manajer-kasus", "kepala-uptd", "kepala-bidang-ppa", "kepala-dinas")) {
            assertThat(Visitor.signedIn(port, user).get(path).statusCode())
                    .as(user)
                    .isEqualTo(200);
        }
        for (String user : List.of("admin", "peksos", "auditor", "penyusun-sop", "polres-ppa")) {
            assertThat(Visitor.signedIn(port, user).get(path).statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(Visitor.on(port).get(path).headers().firstValue("Location")).hasValue("/login");
    }

    @Test
    void aManagerArrivesAtTheBoardAndFindsItInTheBar() {
        Visitor manager = manager();
        assertThat(manager.get("/").headers().firstValue("Location")).hasValue("/pantau");
        assertThat(manager.get("/akun").body()).contains("href=\"/pantau\"");
        assertThat(Visitor.signedIn(port, "peksos").get("/akun").body()).doesNotContain("href=\"/pantau\"");
    }

    @Test
    void lateStepsStandUnderTheirAgencyAndTheirHolder() {
        rows.late("MABAR-2026-9101", "saring-risiko", "uptd-ppa", null, "DARURAT", Duration.ofMinutes(90));
        rows.late("MABAR-2026-9102", "asesmen-biopsikososial", "dinas-sosial", "peksos", null, Duration.ofMinutes(1));

        assertThat(board())
                .contains("MABAR-2026-9101", "terlambat 1 jam 30 menit", "UPTD PPA", "1 darurat", "belum diambil")
                .contains("MABAR-2026-9102", "peksos", "terlambat 1 menit");
        assertThat(board().indexOf("MABAR-2026-9101")).isLessThan(board().indexOf("MABAR-2026-9102"));
    }

    @Test
    void workingTimeIsCountedInTheHoursOfTheOffice() {
        // due on Friday at 15:00; the office closes at 16:30 or before and opens on Monday at 7:30 or after
        rows.late(
                "MABAR-2026-9103",
                "registrasi-kasus",
                "uptd-ppa",
                null,
                "SEDANG",
                Duration.between(Instant.parse("2026-11-20T07:00:00Z"), NOW));
        rows.inOfficeHours("MABAR-2026-9103");

        assertThat(board()).containsPattern("terlambat [2-5] jam( \\d+ menit)? kerja");
    }

    @Test
    void tellsWhatTheLadderDidAndWhatItDoesNext() {
        rows.late("MABAR-2026-9104", "saring-risiko", "uptd-ppa", null, "TINGGI", Duration.ofHours(1));
        rows.told("MABAR-2026-9104", "penyelia-kasus", Duration.ZERO, Duration.ofMinutes(-30));

        assertThat(board())
                .contains("anak tangga 1: Penyelia Kasus")
                .contains("Penyelia Kasus diberi tahu, 23 Nov 2026, 10.00")
                .containsPattern("diberi tahu, 23 Nov 2026, 10.30");
    }

    @Test
    void everyFigureIsAsLongAsItsListSays() {
        rows.late("MABAR-2026-9105", "saring-risiko", "uptd-ppa", null, "TINGGI", Duration.ofHours(1));
        rows.late("MABAR-2026-9106", "saring-risiko", "uptd-ppa", "penyelia-kasus", "TINGGI", Duration.ofHours(-1));
        String board = board();
        for (String state : List.of("terlambat", "hari-ini", "tersendat", "menunggu-saya")) {
            String list = manager(LIST + state);
            assertThat(first(list, "<h1[^>]*>[^<]*: (\\d+) langkah")).as(state).isEqualTo(figure(board, state));
        }
        assertThat(figure(board, "hari-ini")).isNotEqualTo("0");
        assertThat(manager(LIST + "hari-ini")).contains("MABAR-2026-9106", "sisa 1 jam<");
    }

    @Test
    void anotherDistrictsManagerSeesNothingOfIt() {
        rows.late("MABAR-2026-9107", "saring-risiko", "uptd-ppa", null, "TINGGI", Duration.ofHours(1));
        Visitor stranger = Visitor.signedIn(port, "manado-kepala-dinas");
        for (String path : List.of("/pantau", LIST + "semua", LIST + "terlambat", LIST + "semua&orang=-")) {
            assertThat(stranger.get(path).body()).as(path).doesNotContain("MABAR-2026");
        }
        assertThat(stranger.get("/pantau?daerah=manggarai-barat").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "keadaan=mungkin, keadaan",
        "jenis=kasus, jenis",
        "daerah=manado, daerah",
        "daerah=atlantis, daerah",
        "lembaga=tidak-ada, lembaga",
        "orang=a%20b%3C, orang",
        "tahap=%27%20or%201=1, tahap",
        "langkah=%3Cscript%3E, langkah",
        "risiko=SANGAT, risiko",
        "dari=kemarin, dari",
        "dari=0001-01-01, dari",
        "sampai=2026-13-01, sampai",
        "dari=2026-02-01&sampai=2026-01-01, sampai",
        "dari=2001-01-01&sampai=2026-01-01, sampai",
        "halaman=-1, halaman",
        "halaman=0, halaman",
        "halaman=99999999999, halaman",
        "halaman=1.5, halaman",
        "urut=acak, urut",
        "risiko=TINGGI&risiko=RENDAH, risiko",
        "saringan=apa, saringan"
    })
    void sayWhichPartOfTheAddressIsWrong(String question, String field) {
        var answer = Visitor.signedIn(port, "kepala-dinas").get("/pantau/daftar?" + question);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("&quot;" + field + "&quot;").doesNotContain("<script>", "Exception");
    }

    @Test
    void theFilterStaysInEveryAddressOfThePage() {
        rows.late("MABAR-2026-9108", "saring-risiko", "uptd-ppa", null, "TINGGI", Duration.ofHours(1));
        String board = manager("/pantau?risiko=tinggi&lembaga=uptd-ppa");

        assertThat(board)
                .contains("/pantau/daftar?keadaan=terlambat&amp;lembaga=uptd-ppa&amp;risiko=TINGGI\"")
                .contains("hx-get=\"/pantau/terkini?lembaga=uptd-ppa&amp;risiko=TINGGI\"")
                .contains("Risiko: Tinggi", "href=\"/pantau?lembaga=uptd-ppa\"");
    }

    @Test
    void aLongListHasPages() {
        for (int i = 0; i < 53; i++) {
            rows.late("MABAR-2026-92" + (10 + i), "saring-risiko", "kemenag", null, null, Duration.ofSeconds(60 + i));
        }
        String first = manager(LIST + "terlambat&lembaga=kemenag");
        assertThat(first).contains(": 53 langkah", "Halaman 1 dari 2", "MABAR-2026-9262");
        assertThat(first).contains("lembaga=kemenag&amp;halaman=2").doesNotContain("MABAR-2026-9210");
        assertThat(manager(LIST + "terlambat&lembaga=kemenag&halaman=2")).contains("MABAR-2026-9210");
        assertThat(manager(LIST + "terlambat&lembaga=kemenag&halaman=77")).contains("Halaman 2 dari 2");
    }

    @Test
    void nothingLateIsSaidInAFriendlyWord() {
        assertThat(manager("/pantau?lembaga=lpsk&dari=2026-01-05&sampai=2026-01-06"))
                .contains("Tidak ada yang terlambat.");
        assertThat(manager("/pantau?lembaga=lpsk&dari=2026-01-05&sampai=2026-01-06&lang=en"))
                .contains("Nothing is late.");
    }

    private String board() {
        return manager("/pantau");
    }

    private static String figure(String board, String state) {
        return first(board, "(?s)id=\"angka-" + state + "\".*?count\">(\\d+)<");
    }

    private static String first(String text, String pattern) {
        var match = Pattern.compile(pattern).matcher(text);
        assertThat(match.find()).as(pattern).isTrue();
        return match.group(1);
    }
}
