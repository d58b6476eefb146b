package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.TuntasTest;
import id.tuntas.access.Visitor;
import id.tuntas.engine.CaseAnswers;
import id.tuntas.engine.CaseAnswers.Case;
import id.tuntas.shared.CaseNumber;
import id.tuntas.testing.ExportedFiles;
import id.tuntas.vault.Erasure;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sealed answers of cases that were really worked on are counted, each test in a month of its own. */
@TuntasTest
class CountedCasesTest {

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    @Autowired
    CaseAnswers answers;

    @Autowired
    Erasure erasure;

    @Autowired
    JdbcClient db;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void theAnswersOfACaseAreReadAsCodesWhileItRunsAndAfterIt() {
        at("2025-02-03T02:00:00Z");
        new CaseDriver(engine, Personas.abusedChildInDanger()).begin().untilEnded();
        at("2025-02-04T02:00:00Z");
        new CaseDriver(engine, Persona.quiet()).begin().complete("terima-laporan");

        List<Case> cases = opened("2025-02-01T00:00:00Z", "2025-03-01T00:00:00Z");

        assertThat(cases).hasSize(2);
        Case child = cases.get(0).is("korbanUsia", "6-12") ? cases.get(0) : cases.get(1);
        assertThat(child.is("unsurSeksual", "ya")).isTrue();
        assertThat(child.is("unsurFisik", "tidak")).isTrue();
        assertThat(child.is("layananRencana", "rehabilitasi-sosial")).isTrue();
        assertThat(child.is("duplikat", "tidak")).isTrue();
        assertThat(child.is("statusPerkara", "inkracht"))
                .as("the last answer counts")
                .isTrue();
        assertThat(child.one("hasilPemulangan")).isNotNull();
        Case other = cases.get(0) == child ? cases.get(1) : cases.get(0);
        assertThat(other.one("korbanUsia")).isEqualTo("25-44");
        assertThat(other.one("korbanJk")).isEqualTo("P");
        assertThat(other.one("jenisKasus")).as("not asked yet").isNull();
    }

    @Test
    void aCaseBelongsToTheDayItWasOpenedAndToItsDistrict() {
        at("2025-03-31T15:59:59Z"); // the last second of March in Labuan Bajo
        new CaseDriver(engine, Persona.quiet()).begin();

        assertThat(opened("2025-03-31T15:59:00Z", "2025-03-31T16:00:00Z")).hasSize(1);
        assertThat(opened("2025-03-31T16:00:00Z", "2025-04-01T16:00:00Z")).isEmpty();
        List<Case> elsewhere = new ArrayList<>();
        answers.each("manado", instant("2025-03-31T15:59:00Z"), instant("2025-03-31T16:00:00Z"), elsewhere::add);
        assertThat(elsewhere).isEmpty();
        assertThat(page("manajer-kasus", "periode=2025-03"))
                .contains("Kasus dibuka</dt> <dd><span class=\"t-few\">&lt;5");
        assertThat(page("manajer-kasus", "dari=2025-04-01&sampai=2025-04-02"))
                .contains("Kasus dibuka</dt> <dd><span>0</span>");
    }

    @Test
    void anErasedCaseIsCountedAsErasedAndNothingElseOfIt() {
        at("2025-05-05T02:00:00Z");
        CaseDriver refused =
                new CaseDriver(engine, Personas.neverFound()).begin().untilEnded();
        assertThat(opened("2025-05-01T00:00:00Z", "2025-06-01T00:00:00Z"))
                .singleElement()
                .satisfies(one -> assertThat(one.one("korbanJk")).isEqualTo("P"));

        erasure.erase(CaseNumber.parse(refused.number()), "Masa simpan habis", "kepala-uptd");

        assertThat(opened("2025-05-01T00:00:00Z", "2025-06-01T00:00:00Z"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.erased()).isTrue();
                    assertThat(one.codes()).isEmpty();
                });
        assertThat(page("kepala-uptd", "periode=2025-05")).contains("tidak terhitung</dt> <dd>1</dd>");
    }

    @Test
    void thePageShowsTablesWithoutSmallFiguresAndIsOnRecord() {
        for (int i = 0; i < 7; i++) {
            at("2025-06-0" + (i + 1) + "T02:00:00Z");
            Persona victim = i == 0 ? Persona.quiet().answering("korbanJk", "L") : Persona.quiet();
            new CaseDriver(engine, victim).begin().complete("terima-laporan").complete("saring-risiko");
        }

        String page = page("kepala-dinas", "periode=2025-T2&dari=&sampai=");

        assertThat(page)
                .contains("1 April 2025", "30 Juni 2025", "SPM 1: Pengaduan ditangani", "&lt;5", "ditutup")
                .doesNotContainPattern("<td class=\"t-num\"><span>[1-4]</span>")
                .doesNotContain("MABAR-2025");
        assertThat(figuresOfTheDownload("kepala-dinas", "periode=2025-T2"))
                .as("the file hides what the page hides")
                .contains("<5", "ditutup", "7")
                .isEqualTo(figuresOfThePage(page));
        assertThat(page("kepala-dinas", "periode=2025-T2&lang=en")).contains("Complaints handled");
        var row = db.sql("select actor, district_id, reason, fields from audit_entry where kind = 'INDICATORS_READ'"
                        + " and actor = 'kepala-dinas' order by id desc fetch first 1 row only")
                .query()
                .singleRow();
        assertThat(row)
                .containsEntry("district_id", "manggarai-barat")
                .containsEntry("reason", "manggarai-barat 2025-04-01 2025-06-30");
        assertThat(row.get("fields").toString().split(",")).contains("korbanJk", "korbanUsia");
    }

    /** Of all tables, in their order; shares as parts of 1. */
    private static List<String> figuresOfThePage(String page) {
        return Pattern.compile("<td class=\"t-num\">(?:<span[^>]*>)?([^<]*)<")
                .matcher(page)
                .results()
                .map(cell -> cell.group(1).replace("&lt;", "<"))
                .map(text -> text.endsWith(" %")
                        ? new BigDecimal(text.substring(0, text.length() - 2))
                                .movePointLeft(2)
                                .stripTrailingZeros()
                                .toPlainString()
                        : text)
                .toList();
    }

    private List<String> figuresOfTheDownload(String user, String question) {
        var answer = Visitor.signedIn(port, user).get("/pantau/indikator/unduh?bentuk=csv&" + question);
        assertThat(answer.statusCode()).isEqualTo(200);
        return ExportedFiles.csv(answer.body().getBytes(StandardCharsets.UTF_8)).stream()
                .skip(1)
                .filter(line -> !line.get(0).equals("Ringkasan"))
                .map(line -> line.get(3))
                .toList();
    }

    private String page(String user, String question) {
        var answer = Visitor.signedIn(port, user).get("/pantau/indikator?" + question);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private List<Case> opened(String from, String until) {
        List<Case> cases = new ArrayList<>();
        answers.each("manggarai-barat", instant(from), instant(until), cases::add);
        return cases;
    }

    private static void at(String time) {
        ClockUtil.setCurrentTime(Date.from(instant(time)));
    }

    private static Instant instant(String time) {
        return Instant.parse(time);
    }
}
