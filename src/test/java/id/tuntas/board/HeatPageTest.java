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
import org.junit.jupiter.params.provider.ValueSource;

/** What managers see under {@code /pantau/peta}, on Monday, 23 November 2026, 10 o'clock in Manggarai Barat. */
class HeatPageTest extends MondayPages {

    private static final String PAGE = "/pantau/peta";

    private YearOfClocks clocks;

    @BeforeEach
    void someClocks() {
        clocks = new YearOfClocks(db, "peta-");
    }

    @AfterEach
    void away() {
        clocks.remove();
    }

    @ParameterizedTest
    @ValueSource(strings = {PAGE, PAGE + "/diagram"})
    void isForManagersAndForNobodyElse(String path) {
        assertThat(Visitor.signedIn(port, "kepala-uptd").get(path).statusCode()).isEqualTo(200);
        for (String user : List.of("admin", "peksos", "auditor")) {
            assertThat(Visitor.signedIn(port, user).get(path).statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(Visitor.on(port).get(path).headers().firstValue("Location")).hasValue("/login");
    }

    @Test
    void everyFigureIsAsLongAsItsList() {
        long seed = Long.getLong("tuntas.seed", System.nanoTime());
        clocks.year(150, NOW, new Random(seed));
        Visitor manager = manager();
        String page = manager.get(PAGE + "?lembaga=uptd-ppa").body();
        Matcher links = Pattern.compile("href=\"(/pantau/daftar[^\"]*)\"[^>]*><span>(?:dari )?(\\d+)</span>")
                .matcher(page);
        List<String> wrong = new ArrayList<>();
        int found = 0;
        while (links.find()) {
            // a figure of nothing is looked at only now and then: there are many
            if (links.group(2).equals("0") && found++ % 10 > 0) {
                continue;
            }
            String list = manager.get(links.group(1).replace("&amp;", "&")).body();
            Matcher length = Pattern.compile("<h1[^>]*>[^<]*: (\\d+) langkah").matcher(list);
            if (!length.find() || !length.group(1).equals(links.group(2))) {
                wrong.add(links.group(1) + " is not " + links.group(2));
            }
        }
        assertThat(found).as("seed %d", seed).isGreaterThan(50);
        assertThat(wrong).as("seed %d", seed).isEmpty();
    }

    @Test
    void aStepIsAsHotAsItWasLate() {
        for (int i = 0; i < 10; i++) {
            Instant start = NOW.minusSeconds(2_000_000);
            Instant done = start.plusSeconds(i < 4 ? 200_000 : 50_000);
            clocks.add("h" + i, "saring-risiko", "lpsk", start, start, start.plusSeconds(100_000), done, NOW);
        }
        String row = row(manager(PAGE + "?lembaga=lpsk"), "saring-risiko");
        assertThat(row).contains("data-level=\"3\"", ">40%<", ">0,5×<", "dari 10");
        assertThat(row(manager(PAGE + "?lembaga=lpsk"), "LAPORAN")).contains(">40%<");
        assertThat(row(manager(PAGE + "?lembaga=lpsk"), "lapor-polisi")).contains("data-level=\"kosong\"");
    }

    @Test
    void anotherDistrictsManagerSeesNothingOfIt() {
        clocks.year(100, NOW, new Random(1));
        String page = Visitor.signedIn(port, "manado-kepala-dinas").get(PAGE).body();
        assertThat(row(page, "lapor-polisi")).containsPattern("(?s)data-badge=\"open\".*?<span>0<");
        assertThat(Visitor.signedIn(port, "manado-kepala-dinas")
                        .get(PAGE + "?daerah=manggarai-barat")
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tahap=LAPORAN", "tahap=-", "langkah=tidak-ada", "dari=2000-01-01", "lang=en", "risiko=DARURAT"})
    void anyFilterHasAnAnswer(String question) {
        manager(PAGE + "?" + question);
    }

    @Test
    void theDiagramIsTheDeployedSopAndNoSecretOfIt() {
        var answer = Visitor.signedIn(port, "kepala-dinas").get(PAGE + "/diagram");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/xml"));
        assertThat(answer.body()).contains("Saring risiko", "LAPORAN").doesNotContain("camunda:", "${");
    }

    private static String row(String page, String id) {
        int start = page.indexOf("id=\"baris-" + id + "\"");
        assertThat(start).as(id).isPositive();
        return page.substring(start, page.indexOf("</tr>", start));
    }
}
