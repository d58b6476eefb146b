package id.tuntas.board.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tuntas.TuntasTest;
import id.tuntas.access.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who gets an event log under {@code /pantau/jejak}, and what is refused. */
@TuntasTest
class EventLogPageTest {

    private static final String PAGE = "/pantau/jejak";
    private static final String MARCH = "?dari=2022-03-01&sampai=2022-03-31";
    private static final List<String> PATHS = List.of(PAGE, PAGE + "/xes", PAGE + "/ocel");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    private CasesOnPaper paper;

    @BeforeEach
    void sixCases() {
        paper = new CasesOnPaper(db, "manggarai-barat");
        for (int i = 0; i < 6; i++) {
            paper.whole(i, CasesOnPaper.MONDAY.minus(Duration.ofDays(4 * 364 - i))); // March 2022
        }
    }

    @AfterEach
    void away() {
        paper.remove();
    }

    @Test
    void isForHeadsAndForNobodyElse() {
        for (String path : PATHS) {
            for (String user : List.of("penyelia-kasus", "manajer-kasus", "admin", "auditor", "peksos")) {
                assertThat(Visitor.signedIn(port, user).get(path + MARCH).statusCode())
                        .as("%s %s", user, path)
                        .isEqualTo(403);
            }
            assertThat(Visitor.on(port).get(path).headers().firstValue("Location"))
                    .hasValue("/login");
        }
        for (String user : List.of("kepala-uptd", "kepala-bidang-ppa", "kepala-dinas")) {
            Visitor head = Visitor.signedIn(port, user);
            PATHS.forEach(path -> assertThat(head.get(path + MARCH).statusCode())
                    .as("%s %s", user, path)
                    .isEqualTo(200));
        }
    }

    @Test
    void theFilesAreWhatTheySay() throws IOException {
        Visitor head = Visitor.signedIn(port, "kepala-uptd");
        var xes = head.getBytes(PAGE + "/xes" + MARCH);
        new XesRules(new String(xes.body(), StandardCharsets.UTF_8)).hold();
        assertThat(xes.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        assertThat(xes.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"jejak-manggarai-barat-2022-03-01-2022-03-31.xes\"");
        assertThat(xes.headers().firstValue("Cache-Control").orElse("")).contains("no-store");

        var ocel = head.getBytes(PAGE + "/ocel" + MARCH);
        new OcelRules(new ObjectMapper().readTree(ocel.body())).hold();
        assertThat(ocel.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(new String(ocel.body(), StandardCharsets.UTF_8)).doesNotContain(CasesOnPaper.SECRETS);
    }

    @Test
    void isOnRecordBeforeItLeaves() {
        Visitor.signedIn(port, "kepala-uptd").getBytes(PAGE + "/ocel" + MARCH);

        assertThat(db.sql("select actor, district_id, reason, fields from audit_entry where kind = 'BOARD_EXPORTED'"
                                + " order by id desc fetch first 1 row only")
                        .query()
                        .singleRow())
                .containsEntry("actor", "kepala-uptd")
                .containsEntry("district_id", "manggarai-barat")
                .containsEntry("reason", "jejak ocel")
                .containsEntry("fields", "daerah:manggarai-barat,dari:2022-03-01,sampai:2022-03-31");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dari=2026-12-31&sampai=2026-01-01 | lebih awal",
                "dari=kemarin | bukan tanggal yang benar",
                "sampai=2026-02-30 | bukan tanggal yang benar",
                "dari=2001-01-01&sampai=2099-01-01 | lebih dari lima tahun",
                "periode=selamanya | tidak dikenal",
                "dari=2026-01-01&dari=2026-01-02 | dua kali",
                "kunci=1 | tidak dikenal",
                "daerah=tidak-ada | tidak dikenal",
                "daerah=manado | tidak dikenal"
            })
    void whatCannotBeIsRefusedInASentence(String question, String sentence) {
        long before = exports();
        Visitor head = Visitor.signedIn(port, "kepala-dinas");
        for (String path : PATHS) {
            var answer = head.get(path + "?" + question);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
            assertThat(answer.body()).contains(sentence).doesNotContain("Exception", "Kota Manado", "<trace");
        }
        assertThat(exports()).isEqualTo(before);
    }

    @Test
    void ofFewerThanFiveCasesThereIsNoLogAndNoNumber() {
        Visitor head = Visitor.signedIn(port, "kepala-dinas");
        String two = "?dari=2022-03-07&sampai=2022-03-08";
        var page = head.get(PAGE + two);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("&lt;5", "Kurang dari lima kasus").doesNotContain("unduh-xes");

        var file = head.get(PAGE + "/xes" + two);
        assertThat(file.statusCode()).isEqualTo(400);
        assertThat(file.body()).contains("Kurang dari lima kasus").doesNotContain("<trace");
    }

    @Test
    void thePageSaysWhatWasDoneAndWarnsOfASmallDistrict() {
        assertThat(Visitor.signedIn(port, "kepala-dinas").get(PAGE + MARCH).body())
                .contains(
                        "unduh-xes",
                        "unduh-ocel",
                        "digeser beberapa minggu penuh",
                        "Kuncinya tidak disimpan",
                        "bukan data anonim",
                        "kurang dari lima puluh");
    }

    private long exports() {
        return db.sql("select count(*) from audit_entry where kind = 'BOARD_EXPORTED'")
                .query(Long.class)
                .single();
    }
}
