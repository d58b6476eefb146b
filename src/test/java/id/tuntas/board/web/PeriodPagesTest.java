package id.tuntas.board.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.TuntasTest;
import id.tuntas.access.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may ask for indicators and for the scorecard, and what becomes of questions that cannot be answered. */
@TuntasTest
class PeriodPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @ParameterizedTest
    @ValueSource(strings = {"/pantau/indikator", "/pantau/mitra"})
    void areClosedForEverybodyButManagers(String path) {
        for (String user : new String[] {"auditor", "admin", "petugas-pengaduan", "rsud-ppt", "penyusun-sop"}) {
            assertThat(Visitor.signedIn(port, user).get(path).statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(Visitor.on(port).get(path).statusCode()).isEqualTo(302);
        for (String user :
                new String[] {"penyelia-kasus", "manajer-kasus", "kepala-uptd", "kepala-bidang-ppa", "kepala-dinas"}) {
            assertThat(Visitor.signedIn(port, user).get(path).statusCode())
                    .as(user)
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pantau/indikator", "/pantau/mitra"})
    void tellNobodyAboutAnotherDistrict(String path) {
        long before = readings();
        var answer = Visitor.signedIn(port, "manado-kepala-dinas").get(path + "?daerah=manggarai-barat");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("daerah").doesNotContain("<table", "Manggarai Barat");
        assertThat(readings()).isEqualTo(before);
        assertThat(Visitor.signedIn(port, "manado-kepala-dinas")
                        .get(path + "?daerah=tidak-ada")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Visitor.signedIn(port, "manado-kepala-dinas").get(path).body())
                .contains("Manado")
                .doesNotContain("Manggarai Barat");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dari=2026-12-31&sampai=2026-01-01 | lebih awal",
                "dari=1926-01-01&sampai=2026-01-01 | bukan tanggal yang benar",
                "dari=2001-01-01&sampai=2099-01-01 | lebih dari lima tahun",
                "dari=2021-01-01&sampai=2026-01-01 | lebih dari lima tahun",
                "dari=kemarin | bukan tanggal yang benar",
                "sampai=2026-02-30 | bukan tanggal yang benar",
                "dari=2026-01-01T00:00:00Z | bukan tanggal yang benar",
                "periode=2026-13 | tidak dikenal",
                "periode=selamanya | tidak dikenal",
                "periode=99999999999999999999 | tidak dikenal",
                "kunci=1 | tidak dikenal",
                "dari=2026-01-01&dari=2026-01-02 | dua kali"
            })
    void aQuestionThatCannotBeAnsweredIsRefusedInASentence(String question, String sentence) {
        for (String path : new String[] {"/pantau/indikator?", "/pantau/mitra?"}) {
            var answer = Visitor.signedIn(port, "manajer-kasus").get(path + question);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).contains(sentence).doesNotContain("Exception", "<table");
        }
    }

    @Test
    void fiveYearsAreTheLongestPeriod() {
        assertThat(Visitor.signedIn(port, "manajer-kasus")
                        .get("/pantau/indikator?dari=2021-01-01&sampai=2025-12-31")
                        .statusCode())
                .isEqualTo(200);
    }

    private long readings() {
        return db.sql("select count(*) from audit_entry where kind = 'INDICATORS_READ'")
                .query(Long.class)
                .single();
    }
}
