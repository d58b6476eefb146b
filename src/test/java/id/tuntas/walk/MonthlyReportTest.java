package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.TuntasTest;
import id.tuntas.access.Visitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The report of a month in which cases were really worked on says what the pages say. */
@TuntasTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MonthlyReportTest {

    private static final String MONTH = "dari=2025-08-01&sampai=2025-08-31";

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    private Visitor head;
    private String report;

    @BeforeAll
    void aMonth() {
        for (int i = 1; i <= 7; i++) {
            at("2025-08-0" + i + "T02:00:00Z");
            Persona victim = i == 1 ? Persona.quiet().answering("korbanJk", "L") : Persona.quiet();
            new CaseDriver(engine, victim).begin().complete("terima-laporan").complete("saring-risiko");
        }
    }

    /** With {@code -Dtuntas.report=file.pdf} it stays, to be looked at. */
    @BeforeEach
    void isReported() throws IOException {
        at("2025-09-15T02:00:00Z");
        head = Visitor.signedIn(port, "kepala-uptd");
        byte[] file = head.getBytes("/pantau/laporan/pdf?bulan=2025-08").body();
        if (System.getProperty("tuntas.report") != null) {
            Files.write(Path.of(System.getProperty("tuntas.report")), file);
        }
        try (PDDocument pdf = Loader.loadPDF(file)) {
            PDFTextStripper text = new PDFTextStripper();
            text.setSortByPosition(true);
            report = text.getText(pdf).replaceAll("\\s+", " ");
        }
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void complianceIsThatOfThePage() {
        String page = page("/pantau/kepatuhan?" + MONTH);
        Matcher total = Pattern.compile("(?s)id=\"angka-tepat-waktu\".*?<span class=\"t-tile__count\">([^<]+)</span>"
                        + ".*?waktu: (\\d+).*?id=\"angka-dinilai\".*?__count\">(\\d+)<")
                .matcher(page);
        assertThat(total.find()).isTrue();
        assertThat(report)
                .contains(total.group(1))
                .contains("tepat waktu (" + total.group(2) + " dari " + total.group(3) + ")")
                .contains("Selesai tepat waktu " + total.group(2) + " ");

        List<List<String>> rows = Stream.of("tahap", "lembaga")
                .flatMap(by -> rows(between(page, "id=\"per-" + by + "\"", "</table>")).stream())
                .toList();
        assertThat(rows).hasSizeGreaterThan(1).allSatisfy(row -> {
            String share = row.get(1).replaceAll(" .*", "");
            String few = row.get(1).contains("kurang") ? " \\*" : "";
            assertThat(report)
                    .as("%s", row)
                    .containsPattern(
                            begin(row.get(0)) + ".*? " + row.get(2) + " " + row.get(3) + " " + share + few + " ");
        });
    }

    @Test
    void theScorecardIsThatOfThePage() {
        String page = page("/pantau/mitra?" + MONTH);
        List<List<String>> rows = rows(between(page, "id=\"rapor-tabel\"", "</table>"));
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(report)
                .as("%s", row)
                .containsPattern(begin(row.get(0)) + ".*? " + String.join(" ", row.subList(1, 9)) + " "));
    }

    @Test
    void theIndicatorsAreThoseOfThePageAndHideTheSameFigures() {
        String page = page("/pantau/indikator?" + MONTH);
        assertThat(report)
                .contains("Kasus dibuka 7 ", "Korban yang dihitung 7 ")
                .contains("<5")
                .contains("ditutup");
        assertThat(rows(between(page, "id=\"spm-tabel\"", "</table>")))
                .hasSize(8)
                .allSatisfy(row -> assertThat(report)
                        .as("%s", row)
                        .containsPattern(
                                begin(row.get(0)) + ".*? " + Pattern.quote(String.join(" ", row.subList(1, 5)))));
        String tables = between(page, "id=\"simfoni\"", "</section>");
        List<List<String>> rows = rows(tables);
        assertThat(rows)
                .hasSizeGreaterThan(50)
                .allSatisfy(row -> assertThat(report).as("%s", row).contains(String.join(" ", row)));
        assertThat(report).doesNotContainPattern("Perempuan [1-4] ");
    }

    @Test
    void lateStepsAreThoseOfTheList() {
        String list = page("/pantau/daftar?keadaan=terlambat&sampai=2025-08-31");
        Matcher count = Pattern.compile("<h1[^>]*>[^<]*: (\\d+) langkah").matcher(list);
        assertThat(count.find()).isTrue();
        assertThat(report).contains("Seluruhnya " + count.group(1) + " langkah.");
        Matcher first = Pattern.compile("href=\"/kasus/([A-Z0-9-]+)\"").matcher(list);
        assertThat(first.find()).isTrue();
        assertThat(report).contains(first.group(1));
    }

    @Test
    void saysWhoseItIsAndNamesNobody() {
        assertThat(report)
                .contains("Agustus 2025 · ")
                .contains("Manggarai Barat", "UPTD PPA", "15 Sep 2025, 10.00", "UTC+08:00", "Kepala UPTD PPA (peran;")
                .containsPattern("Halaman 1 dari \\d+")
                .doesNotContain("kepala-uptd", "peksos")
                .doesNotContainPattern("\\?\\?|\\$\\{");
    }

    private String page(String path) {
        var answer = head.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String between(String page, String start, String end) {
        int from = page.indexOf(start);
        assertThat(from).as(start).isPositive();
        return page.substring(from, page.indexOf(end, from));
    }

    /** Texts of the cells of the rows that have figures. */
    private static List<List<String>> rows(String table) {
        List<List<String>> rows = new ArrayList<>();
        Matcher row = Pattern.compile("(?s)<tr[^>]*>(.*?)</tr>").matcher(table);
        while (row.find()) {
            List<String> cells = new ArrayList<>();
            Matcher cell = Pattern.compile("(?s)<t[hd][^>]*>(.*?)</t[hd]>").matcher(row.group(1));
            while (cell.find()) {
                cells.add(cell.group(1)
                        .replaceAll("<span class=\"govuk-visually-hidden\">.*?</span>", "")
                        .replaceAll("<svg.*?</svg>", "")
                        .replaceAll("<[^>]+>", " ")
                        .replace("&lt;", "<")
                        .replaceAll("\\s+", " ")
                        .strip());
            }
            if (row.group(1).contains("<td")) {
                rows.add(cells);
            }
        }
        return rows;
    }

    /** Long names go on in the next line, behind the figures. */
    private static String begin(String name) {
        String[] words = name.split(" ");
        return Pattern.quote(words.length == 1 ? words[0] : words[0] + " " + words[1]);
    }

    private static void at(String time) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(time)));
    }
}
