package id.tuntas.access;

import static id.tuntas.access.SignInTest.location;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.TuntasTest;
import id.tuntas.testing.AtOnce;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days away on /akun/tidak-masuk and /kelola/orang/…/tidak-masuk. */
@TuntasTest
class AbsencesTest {

    private static final String USER = "mediator";
    private static final String OWN = "/akun/tidak-masuk";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Makassar"));

    @LocalServerPort
    int port;

    @Autowired
    Absences absences;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void forget() {
        jdbc.sql("delete from absence").update();
    }

    @Test
    void anOfficerSaysWhenHeIsAwayAndThatHeIsThereAgain() {
        Visitor officer = Visitor.signedIn(port, USER);
        assertThat(officer.get("/akun").body()).contains("Tidak ada yang tercatat.");
        long before = onRecord();

        assertThat(location(
                        away(officer, OWN, TODAY.toString(), TODAY.plusDays(3).toString())))
                .isEqualTo("/akun");
        assertThat(absences.find(USER)).contains(new Absence(TODAY, TODAY.plusDays(3)));
        assertThat(officer.get("/akun").body()).contains("Tidak masuk ");
        assertThat(officer.get(OWN).body()).contains("value=\"" + TODAY + "\"");

        assertThat(location(away(officer, OWN, "", ""))).isEqualTo("/akun");
        assertThat(absences.find(USER)).isEmpty();
        assertThat(onRecord() - before).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, Isi kedua tanggal.",
        "0, '', Isi kedua tanggal.",
        "besok, 1, Isi kedua tanggal.",
        "3, 2, Hari terakhir lebih awal",
        "-3, -1, Hari terakhir sudah lewat.",
        "0, 400, paling lama satu tahun",
        "-400, 1, paling lama satu tahun",
        "-999999999-01-01, 1, paling lama satu tahun",
        "0, +999999999-12-31, paling lama satu tahun"
    })
    void whatCannotBeIsRefusedAndNothingChanges(String from, String until, String sentence) {
        absences.keep(USER, new Absence(TODAY, TODAY.plusDays(1)), TODAY, USER);
        HttpResponse<String> answer = away(Visitor.signedIn(port, USER), OWN, day(from), day(until));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains(sentence, "value=\"" + day(from) + "\"");
        assertThat(absences.find(USER)).contains(new Absence(TODAY, TODAY.plusDays(1)));
    }

    @Test
    void saidByManyAtOnceItStandsOnce() throws Exception {
        Callable<Void> press = () -> {
            absences.keep(USER, new Absence(TODAY, TODAY), TODAY, USER);
            return null;
        };
        for (int round = 0; round < 10; round++) {
            jdbc.sql("delete from absence").update();
            AtOnce.press(Collections.nCopies(4, press));
            assertThat(absences.find(USER)).contains(new Absence(TODAY, TODAY));
        }
    }

    @Test
    void anAdministratorSaysItForSomebodyElseAndNobodyElseMay() {
        String page = "/kelola/orang/" + USER + "/tidak-masuk";
        Visitor admin = Visitor.signedIn(port, "admin");
        assertThat(location(away(admin, page, TODAY.toString(), TODAY.toString())))
                .isEqualTo("/kelola/orang/" + USER);
        assertThat(admin.get("/kelola/orang/" + USER).body()).contains("Tidak masuk ");
        assertThat(admin.get("/kelola/orang/tidak-ada/tidak-masuk").statusCode())
                .isEqualTo(404);

        for (String other : List.of("penyelia-kasus", USER, "auditor")) {
            Visitor visitor = Visitor.signedIn(port, other);
            assertThat(visitor.get(page).statusCode()).as(other).isEqualTo(403);
            assertThat(visitor.submit("/akun", page, "dari", "", "sampai", "").statusCode())
                    .as(other)
                    .isEqualTo(403);
        }
        assertThat(absences.find(USER)).isPresent();
    }

    @Test
    void onlyThoseCountWhoAreAwayOnTheDayOrLater() {
        absences.keep(USER, new Absence(TODAY, TODAY.plusDays(1)), TODAY, USER);
        List<String> people = List.of(USER, "peksos");
        assertThat(absences.from(TODAY, people)).containsOnlyKeys(USER);
        assertThat(absences.from(TODAY.plusDays(1), people)).containsOnlyKeys(USER);
        assertThat(absences.from(TODAY.plusDays(2), people)).isEmpty();
        assertThat(absences.from(TODAY, List.of())).isEmpty();
    }

    private static String day(String typed) {
        return typed.matches("-?\\d+") ? TODAY.plusDays(Integer.parseInt(typed)).toString() : typed;
    }

    private static HttpResponse<String> away(Visitor who, String page, String from, String until) {
        return who.submit(page, page, "dari", from, "sampai", until);
    }

    private long onRecord() {
        return jdbc.sql("select count(*) from audit_entry where kind = 'ABSENCE_CHANGED' and reason = ?")
                .param(USER)
                .query(Long.class)
                .single();
    }
}
