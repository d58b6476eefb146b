package id.tuntas.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Visitor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What managers get under {@code /pantau/laporan}, on Monday, 23 November 2026, 10 o'clock in Manggarai Barat. */
class ReportPageTest extends MondayPages {

    private static final String PAGE = "/pantau/laporan";
    private static final String PDF = PAGE + "/pdf";

    private YearOfClocks clocks;

    @BeforeEach
    void someClocks() {
        clocks = new YearOfClocks(db, "lapor-");
    }

    @AfterEach
    void away() {
        clocks.remove();
    }

    @Test
    void isForManagersAndForNobodyElse() {
        for (String path : List.of(PAGE, PDF)) {
            for (String user : List.of("admin", "auditor", "peksos", "petugas-pengaduan", "rsud-ppt")) {
                assertThat(Visitor.signedIn(port, user).get(path).statusCode())
                        .as(user)
                        .isEqualTo(403);
            }
            assertThat(Visitor.on(port).get(path).headers().firstValue("Location"))
                    .hasValue("/login");
        }
        for (String user : List.of("penyelia-kasus", "kepala-dinas")) {
            Visitor manager = Visitor.signedIn(port, user);
            assertThat(manager.get(PAGE).body())
                    .contains("/pantau/laporan/pdf?daerah=manggarai-barat&amp;bulan=2026-10");
            assertThat(manager.getBytes(PDF).statusCode()).as(user).isEqualTo(200);
        }
    }

    @Test
    void thePageOffersTheEventLogToHeadsOnly() {
        assertThat(Visitor.signedIn(port, "kepala-dinas").get(PAGE).body()).contains("/pantau/jejak?daerah=");
        assertThat(Visitor.signedIn(port, "penyelia-kasus").get(PAGE).body()).doesNotContain("/pantau/jejak");
    }

    @Test
    void isAFileThatIsKeptNowhereOnTheWay() {
        var answer = Visitor.signedIn(port, "kepala-uptd").getBytes(PDF + "?bulan=2026-09");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"laporan-manggarai-barat-2026-09.pdf\"");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void isOnRecordBeforeItLeaves() {
        Visitor.signedIn(port, "kepala-uptd").getBytes(PDF + "?bulan=2026-08");

        assertThat(db.sql("select actor, district_id, reason, fields from audit_entry where kind = 'BOARD_EXPORTED'"
                                + " order by id desc fetch first 1 row only")
                        .query()
                        .singleRow())
                .containsEntry("actor", "kepala-uptd")
                .containsEntry("district_id", "manggarai-barat")
                .containsEntry("reason", "laporan pdf")
                .containsEntry("fields", "daerah:manggarai-barat,bulan:2026-08");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bulan=2026-13 | bukan bulan yang benar",
                "bulan=Oktober | bukan bulan yang benar",
                "bulan=1926-01 | bukan bulan yang benar",
                "bulan=2026-12 | belum mulai",
                "bulan=2099-01 | belum mulai",
                "bulan=2026-10&bulan=2026-09 | dua kali",
                "lembaga=rsud | tidak dikenal",
                "keadaan=terlambat | tidak dikenal",
                "kunci=1 | tidak dikenal",
                "daerah=tidak-ada | tidak dikenal",
                "daerah=manado | tidak dikenal"
            })
    void whatCannotBeIsRefusedInASentenceThatNamesTheField(String question, String sentence) {
        long before = exports();
        Visitor head = Visitor.signedIn(port, "kepala-dinas");
        for (String path : List.of(PAGE, PDF)) {
            var answer = head.get(path + "?" + question);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body())
                    .contains(sentence, question.replaceAll("=.*", ""))
                    .doesNotContain("Exception", "Kota Manado");
        }
        assertThat(exports()).isEqualTo(before);
    }

    @Test
    void ofManyLateStepsItListsTheWorstAndSaysHowManyMoreThereAre() throws IOException {
        for (int i = 0; i < 65; i++) {
            Instant due = Instant.parse("2026-10-05T00:00:00Z").plus(Duration.ofHours(i));
            clocks.add("l" + i, "saring-risiko", "dinas-sosial", due.minusSeconds(86_400), null, due, null, NOW);
        }
        clocks.add(
                "later",
                "saring-risiko",
                "dinas-sosial",
                Instant.parse("2026-11-01T00:00:00Z"),
                null,
                Instant.parse("2026-11-02T00:00:00Z"),
                null,
                NOW);
        String list = Visitor.signedIn(port, "kepala-dinas")
                .get("/pantau/daftar?keadaan=terlambat&sampai=2026-10-31")
                .body();
        int all = Integer.parseInt(list.replaceAll("(?s).*<h1[^>]*>[^<]*: (\\d+) langkah.*", "$1"));

        String text = text(file("kepala-dinas", "?bulan=2026-10"));

        assertThat(all).isGreaterThanOrEqualTo(65);
        assertThat(text)
                .contains("Seluruhnya " + all + " langkah.", "Dan " + (all - 40) + " langkah lagi.")
                .contains("terlambat 49 hari");
        assertThat(text.split("MABAR-2026-9300")).hasSize(41);
    }

    @Test
    void aMonthThatIsNotOverSaysSo() throws IOException {
        assertThat(text(file("kepala-dinas", "?bulan=2026-11"))).contains("Bulan ini belum berakhir");
        assertThat(text(file("kepala-dinas", "?bulan=2026-10"))).doesNotContain("Bulan ini belum berakhir");
        assertThat(Visitor.signedIn(port, "kepala-dinas")
                        .get(PAGE + "?bulan=2026-11")
                        .body())
                .contains("belum berakhir");
    }

    @Test
    void isIndonesianWhateverLanguageItsReaderHas() throws IOException {
        Visitor head = Visitor.signedIn(port, "kepala-dinas");
        assertThat(head.get(PAGE + "?lang=en").body()).contains("Download PDF");

        assertThat(text(head.getBytes(PDF + "?lang=en").body()))
                .contains("Laporan bulanan penanganan korban kekerasan");
    }

    @Test
    void aFullMonthIsAFewPagesWithTheirNumbers() throws IOException {
        clocks.year(900, NOW, new Random(11));
        byte[] pdf = file("kepala-uptd", "?bulan=2026-10");
        try (PDDocument read = Loader.loadPDF(pdf)) {
            assertThat(read.getNumberOfPages()).isBetween(3, 12);
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo("id");
            assertThat(read.getDocumentInformation().getTitle()).contains("Manggarai Barat", "Oktober 2026");
            assertThat(read.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            for (int page = 1; page <= read.getNumberOfPages(); page++) {
                PDFTextStripper one = new PDFTextStripper();
                one.setStartPage(page);
                one.setEndPage(page);
                assertThat(one.getText(read)).contains("Halaman " + page + " dari " + read.getNumberOfPages());
            }
        }
    }

    private byte[] file(String user, String question) {
        var answer = Visitor.signedIn(port, user).getBytes(PDF + question);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("\\s+", " ");
        }
    }
}
