package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessTest
class SignInTest {

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Test
    void bringsCaseworkersToTasklistAndTheAdministratorToCockpit() {
        assertThat(location(Visitor.on(port).signIn("petugas-pengaduan", "tuntas-demo")))
                .isEqualTo("/camunda/app/tasklist/default/");
        assertThat(location(Visitor.on(port).signIn("admin", "tuntas-demo")))
                .isEqualTo("/camunda/app/cockpit/default/");
        assertThat(location(Visitor.on(port).signIn("auditor", "tuntas-demo"))).isEqualTo("/beranda");
    }

    @Test
    void opensTasklistWithTheSameSessionAndTheFrontDoorLeadsThere() {
        var worker = Visitor.signedIn(port, "polres-ppa");
        assertThat(location(worker.get("/"))).isEqualTo("/camunda/app/tasklist/default/");
        assertThat(worker.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        var profile = worker.get("/camunda/api/admin/auth/user/default");
        assertThat(profile.statusCode()).isEqualTo(200);
        assertThat(profile.body()).contains("polres-ppa", "tasklist").doesNotContain("cockpit");
    }

    @Test
    void takesTheCapitalLetterAPhoneWrites() {
        assertThat(location(Visitor.on(port).signIn(" Petugas-pengaduan ", "tuntas-demo")))
                .contains("tasklist");
    }

    @Test
    void answersTheSameToAnUnknownUserAndToAWrongPassword() {
        var unknown = Visitor.on(port).signIn("siapa-ini", "salah");
        var wrong = Visitor.on(port).signIn("psikolog", "salah");
        assertThat(unknown.statusCode()).isEqualTo(wrong.statusCode()).isEqualTo(302);
        assertThat(location(unknown)).isEqualTo(location(wrong)).isEqualTo("/login?salah");
        assertThat(Visitor.on(port).get("/login?salah").body()).contains("Nama pengguna atau kata sandi salah");
    }

    @Test
    void slowsDownGuessesFromOneAddressAndNobodyElse() {
        var guesser = Visitor.on(port).from("192.0.2.2");
        for (int i = 0; i < Throttle.TRIES; i++) {
            assertThat(location(guesser.signIn("mediator", "tebakan-" + i))).isEqualTo("/login?salah");
        }
        var refused = guesser.signIn("mediator", "tuntas-demo");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(refused.body()).contains("Terlalu banyak percobaan");
        assertThat(location(guesser.signIn("bapas", "tuntas-demo"))).contains("tasklist");
        assertThat(location(Visitor.on(port).signIn("mediator", "tuntas-demo"))).contains("tasklist");
    }

    @Test
    void doesNotLetADisabledPersonIn() {
        accounts.disable("manado-lpsk");
        assertThat(location(Visitor.on(port).signIn("manado-lpsk", "tuntas-demo")))
                .isEqualTo("/login?salah");
    }

    @Test
    void givesANewSessionAtSignInSoThatAPlantedOneIsWorthNothing() {
        var visitor = Visitor.on(port);
        visitor.get("/login");
        String before = visitor.cookie("JSESSIONID");
        visitor.signIn("peksos", "tuntas-demo");
        assertThat(visitor.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void asksAgainWhenTheFormIsOlderThanTheSession() {
        var late = Visitor.on(port).post("/login", "username=peksos&password=tuntas-demo&_csrf=alt");
        assertThat(location(late)).isEqualTo("/login?ulang");
    }

    @Test
    void signsOutEverywhereAtOnce() {
        var visitor = Visitor.signedIn(port, "peksos");
        assertThat(location(visitor.signOut())).isEqualTo("/login?logout");
        assertThat(location(visitor.get("/camunda/app/tasklist/default/"))).isEqualTo("/login");
        assertThat(visitor.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    @Test
    void signsOutByTheButtonOfTasklist() {
        var visitor = Visitor.signedIn(port, "peksos");
        visitor.get("/camunda/app/tasklist/default/");
        var answer = visitor.json("POST", "/camunda/api/admin/auth/user/default/logout", "");
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(location(visitor.get("/"))).isEqualTo("/login");
    }

    @Test
    void isNotSignedOutByAForeignPage() {
        var visitor = Visitor.signedIn(port, "peksos");
        assertThat(visitor.post("/logout", "").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/beranda").statusCode()).isEqualTo(200);
    }

    @Test
    void speaksIndonesianUntilSomebodyAsksForEnglish() {
        var visitor = Visitor.on(port);
        assertThat(visitor.get("/login").body()).contains("lang=\"id\"", "Kata sandi");
        assertThat(visitor.get("/login?lang=en").body()).contains("lang=\"en\"", "Password");
        assertThat(visitor.get("/login").body()).contains("Password");
        assertThat(visitor.get("/login?lang=%3Cscript%3E").statusCode()).isEqualTo(200);
    }

    @Test
    void allowsItsPageNothingFromElsewhere() {
        var headers = Visitor.on(port).get("/login").headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
    }

    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }

    @Test
    void leadsAManagerToTheListHeAskedForAndNeverToAPartOfAPage() {
        Visitor manager = Visitor.on(port);
        manager.get("/pantau/daftar?keadaan=terlambat");
        String there = location(manager.signIn("kepala-dinas", DemoPeople.PASSWORD));
        assertThat(there).contains("/pantau/daftar?keadaan=terlambat");
        assertThat(manager.get(there.replaceFirst("^https?://[^/]+", "")).statusCode())
                .isEqualTo(200);

        Visitor waiting = Visitor.on(port);
        waiting.get("/pantau/terkini");
        assertThat(location(waiting.signIn("kepala-dinas", DemoPeople.PASSWORD)))
                .isEqualTo("/pantau");
    }
}
