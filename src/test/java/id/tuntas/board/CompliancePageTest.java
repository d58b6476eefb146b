package id.tuntas.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Visitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What managers read under {@code /pantau/kepatuhan}, on Monday, 23 November 2026, 10 o'clock in Manggarai Barat. */
class CompliancePageTest extends MondayPages {

    private static final String PAGE = "/pantau/kepatuhan";

    private YearOfClocks clocks;

    @BeforeEach
    void someClocks() {
        clocks = new YearOfClocks(db, "patuh-");
    }

    @AfterEach
    void away() {
        clocks.remove();
    }

    @Test
    void isForManagersAndForNobodyElse() {
        for (String user : List.of("penyelia-kasus", "kepala-uptd", "kepala-dinas")) {
            assertThat(Visitor.signedIn(port, user).get(PAGE).statusCode())
                    .as(user)
                    .isEqualTo(200);
        }
        for (String user : List.of("admin", "peksos", "auditor")) {
            assertThat(Visitor.signedIn(port, user).get(PAGE).statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(Visitor.on(port).get(PAGE).headers().firstValue("Location")).hasValue("/login");
    }

    @Test
    void everyFigureIsAsLongAsItsList() {
        long seed = Long.getLong("tuntas.seed", System.nanoTime());
        clocks.year(150, NOW, new Random(seed));
        Visitor manager = manager();
        String page = manager.get(PAGE).body();
        // a link whose whole text is a number, "(12)", "dari 12" or "…: 12"
        Matcher links = Pattern.compile("href=\"(/pantau/daftar[^\"]*)\"[^>]*>(?:<strong>\\d+%</strong> )?"
                        + "(?:<span>)?\\(?(?:[^<(]*: |dari )?(\\d+)\\)?(?:</span>|</a>)")
                .matcher(page);
        List<String> wrong = new ArrayList<>();
        int found = 0;
        while (links.find()) {
            found++;
            String list = manager.get(links.group(1).replace("&amp;", "&")).body();
            Matcher length = Pattern.compile("<h1[^>]*>[^<]*: (\\d+) langkah").matcher(list);
            if (!length.find() || !length.group(1).equals(links.group(2))) {
                wrong.add(links.group(1) + " is not " + links.group(2));
            }
        }
        assertThat(found).as("seed %d", seed).isGreaterThan(60);
        assertThat(wrong).as("seed %d", seed).isEmpty();
    }

    @Test
    void tellsWaitingFromWorkingInBothTimes() {
        // taken on Friday at 16:00, done on Monday at 9:00; the office is closed in between
        clocks.add(
                "a",
                "asesmen-psikologis",
                "lpsk",
                at("2026-11-20T06:00:00Z"),
                at("2026-11-20T08:00:00Z"),
                at("2026-11-24T08:00:00Z"),
                at("2026-11-23T01:00:00Z"),
                NOW);
        String page = manager(PAGE + "?lembaga=lpsk");
        assertThat(page).contains(">2 jam<", ">2 hari 17 jam<").containsPattern(">\\d jam( \\d+ menit)? kerja<");
    }

    @Test
    void discloseWhatPausesAndExtensionsDid() {
        clocks.add(
                "a", "saring-risiko", "lpsk", at("2026-11-01T00:00:00Z"), null, at("2026-11-05T00:00:00Z"), null, NOW);
        clocks.event("a", "PAUSED", at("2026-11-02T00:00:00Z"), at("2026-11-03T06:00:00Z"), null);
        clocks.event("a", "EXTENDED", at("2026-11-02T00:00:00Z"), null, 7_200_000L);
        assertThat(manager(PAGE + "?lembaga=lpsk"))
                .contains("1 dari 1 pernah dijeda", "seluruhnya 1 hari 6 jam")
                .contains("1 dari 1 pernah diperpanjang", "seluruhnya 2 jam")
                .contains("kurang dari 5");
    }

    @Test
    void limitsOfLawAndMedicineStandOnTheirOwn() {
        clocks.add(
                "a",
                "periksa-medis-visum",
                "lpsk",
                at("2026-11-01T00:00:00Z"),
                at("2026-11-01T01:00:00Z"),
                at("2026-11-02T00:00:00Z"),
                at("2026-11-03T00:00:00Z"),
                NOW);
        clocks.add(
                "b", "lapor-polisi", "lpsk", at("2026-11-01T00:00:00Z"), null, at("2026-11-04T00:00:00Z"), null, NOW);
        String page = manager(PAGE + "?lembaga=lpsk");
        assertThat(section(page, "hukum-lapor-polisi")).contains("3x24 jam", "terlambat: 1", "melanggar hukum: 1");
        assertThat(section(page, "hukum-periksa-medis-visum")).contains("72 jam", "dalam 72 jam: 1", "selesai: 1");
    }

    @Test
    void anotherDistrictsManagerCountsNothingOfIt() {
        clocks.year(40, NOW, new Random(1));
        String page = Visitor.signedIn(port, "manado-kepala-dinas")
                .get(PAGE + "?langkah=lapor-polisi")
                .body();
        assertThat(page).containsPattern("(?s)id=\"angka-dinilai\".*?count\">0<");
    }

    @ParameterizedTest
    @CsvSource({
        "daerah=manado, daerah",
        "hukum=tidak, hukum",
        "ubahan=apa, ubahan",
        "waktu=malam, waktu",
        "dalam=0, dalam",
        "dalam=9000, dalam",
        "dalam=seminggu, dalam",
        "dari=2026-02-30, dari",
        "halaman=2, halaman",
        "dari=2026-02-01&sampai=2026-01-01, sampai"
    })
    void saysWhichPartOfTheAddressIsWrong(String question, String field) {
        var answer = Visitor.signedIn(port, "kepala-dinas").get(PAGE + "?" + question);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("&quot;" + field + "&quot;").doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource({"dari=2000-01-01", "sampai=2100-12-31", "dari=2100-12-31", "sampai=2000-01-01", "jenis=tahap", "lang=en"
    })
    void anyPeriodHasAnAnswer(String question) {
        manager(PAGE + "?" + question);
    }

    private static String section(String page, String id) {
        int start = page.indexOf("id=\"" + id + "\"");
        assertThat(start).as(id).isPositive();
        return page.substring(start, page.indexOf("</li>", start));
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
