package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.audit.AuditEntry;
import id.tuntas.audit.AuditLog;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit is read by auditors, by nobody else, and never unseen. */
@AccessTest
class AuditPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    AuditLog log;

    @Autowired
    JdbcClient db;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/kelola/audit",
                "/kelola/audit/kasus",
                "/kelola/audit/kasus?kunci=MABAR-2026-0001",
                "/kelola/audit/pengguna?kunci=peksos",
                "/kelola/audit/kasus/csv?kunci=MABAR-2026-0001",
                "/api/audit/head"
            })
    void areClosedForEverybodyButTheAuditor(String path) {
        for (String user : List.of("admin", "kepala-dinas", "peksos", "penyusun-sop", "pengesah-sop")) {
            assertThat(Visitor.signedIn(port, user).get(path).statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(Visitor.on(port).get(path).statusCode()).isIn(302, 401);
        assertThat(Visitor.signedIn(port, "auditor").get(path).statusCode()).isIn(200, 302);
    }

    @Test
    void anAuditorFindsThemFromHisStartPage() {
        assertThat(Visitor.signedIn(port, "auditor").get("/beranda").body()).contains("/kelola/audit/kasus");
        assertThat(Visitor.signedIn(port, "penyusun-sop").get("/beranda").body())
                .doesNotContain("/kelola/audit");
    }

    @Test
    void tellWhoLookedAtACaseAndWhatAUserLookedAt() {
        saw("MABAR-2026-7001", "alamatAman", "kunjungan");

        String ofCase = auditor("/kelola/audit/kasus?kunci=mabar-2026-7001");
        String ofUser = auditor("/kelola/audit/pengguna?kunci=sistem");

        assertThat(ofCase).contains("Kasus MABAR-2026-7001", "alamatAman", "sistem", "kunjungan");
        assertThat(ofUser).contains("MABAR-2026-7001");
        assertThat(auditor("/kelola/audit/kasus?kunci=MABAR-2026-7001&lang=en")).contains("Case MABAR-2026-7001");
    }

    @Test
    void keepThePeriodInTheAddress() {
        saw("MABAR-2026-7002", "umur", null);

        assertThat(auditor("/kelola/audit/kasus?kunci=MABAR-2026-7002&dari=2020-01-01&sampai=2020-12-31"))
                .contains("Tidak ada catatan", "value=\"2020-01-01\"", "value=\"2020-12-31\"");
        assertThat(auditor("/kelola/audit/kasus?kunci=MABAR-2026-7002&dari=2020-01-01"))
                .contains("umur");
    }

    @Test
    void goBackPageByPage() {
        for (int row = 0; row < 60; row++) {
            saw("MABAR-2026-7003", "isian" + row, null);
        }
        String newest = auditor("/kelola/audit/kasus?kunci=MABAR-2026-7003");
        assertThat(newest).contains("isian59").doesNotContain("isian0<");

        String link = newest.replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(auditor(link)).contains("isian0<", "isian5<").doesNotContain("isian59");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"kunci=bukan-nomor", "kunci=MABAR-2026-0001&dari=kemarin", "kunci=MABAR-2026-0001&sampai=x"})
    void sayWhatIsWrongWithTheQuestion(String question) {
        var answer = Visitor.signedIn(port, "auditor").get("/kelola/audit/kasus?" + question);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Ada yang perlu diperbaiki");
    }

    @Test
    void giveACsvInWhichNothingIsCalculated() {
        saw("MABAR-2026-7004", "umur", "=HYPERLINK(\"x\")");

        var answer = Visitor.signedIn(port, "auditor").get("/kelola/audit/kasus/csv?kunci=MABAR-2026-7004");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(answer.body()).contains("\"'=HYPERLINK(\"\"x\"\")\"").doesNotContain(",\"=");
    }

    @Test
    void areOnRecordThemselvesWithTheAddressTheyWereReadFrom() {
        Visitor.signedIn(port, "auditor").from("198.51.100.9").get("/kelola/audit/kasus?kunci=MABAR-2026-7005");

        assertThat(db.sql("select actor, actor_groups, kind, address from audit_entry where case_number = ?")
                        .param("MABAR-2026-7005")
                        .query()
                        .singleRow())
                .containsEntry("actor", "auditor")
                .containsEntry("actor_groups", "auditor")
                .containsEntry("kind", "AUDIT_READ")
                .containsEntry("address", "198.51.100.9");
    }

    @Test
    void giveTheHeadOfTheChainToAClientWithAPassword() {
        assertThat(Visitor.client(port, "auditor", "tuntas-demo")
                        .get("/api/audit/head")
                        .body())
                .contains("\"sequence\":", "\"hash\":\"");
    }

    private void saw(String number, String field, String reason) {
        log.recordNow(AuditEntry.of("DILIHAT")
                .inCase(number, null)
                .about(List.of(field))
                .because(reason));
    }

    private String auditor(String path) {
        return Visitor.signedIn(port, "auditor").get(path).body();
    }
}
