package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessTest
class RestClientTest {

    @LocalServerPort
    int port;

    @Autowired
    CountedPasswords passwords;

    @Autowired
    Credentials credentials;

    @Autowired
    Accounts accounts;

    @Test
    void paysForThePasswordHashOnce() {
        var client = Visitor.client(port, "manado-kepala-uptd", "tuntas-demo");
        int before = passwords.comparisons.get();
        for (int i = 0; i < 5; i++) {
            assertThat(client.get("/engine-rest/task?maxResults=9").statusCode())
                    .isEqualTo(200);
        }
        assertThat(passwords.comparisons.get() - before).isEqualTo(1);
        assertThat(client.cookie("JSESSIONID")).isEmpty();
    }

    @Test
    void paysForEachWrongPasswordAndGetsNoCookie() {
        var client = Visitor.client(port, "manado-camat", "salah");
        int before = passwords.comparisons.get();
        assertThat(client.get("/engine-rest/task?maxResults=9").statusCode()).isEqualTo(401);
        assertThat(client.get("/engine-rest/task?maxResults=9").statusCode()).isEqualTo(401);
        assertThat(passwords.comparisons.get() - before).isEqualTo(2);
    }

    @Test
    void paysTheSameForAnUnknownUser() {
        int before = passwords.comparisons.get();
        var answer = Visitor.client(port, "siapa-ini", "salah").get("/engine-rest/task?maxResults=9");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("Nama pengguna atau kata sandi salah");
        assertThat(passwords.comparisons.get() - before).isEqualTo(1);
    }

    @Test
    void isThrottledWithAReasonInIndonesian() {
        for (int i = 0; i < Throttle.TRIES; i++) {
            Visitor.client(port, "manado-imigrasi", "tebakan-" + i)
                    .from("192.0.2.3")
                    .get("/engine-rest/task?maxResults=9");
        }
        var answer = Visitor.client(port, "manado-imigrasi", "tuntas-demo")
                .from("192.0.2.3")
                .get("/engine-rest/task?maxResults=9");
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("Terlalu banyak percobaan");
        assertThat(Visitor.client(port, "manado-imigrasi", "tuntas-demo")
                        .get("/engine-rest/task?maxResults=9")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void isForgottenAtOnceWhenThePasswordChangesOrThePersonIsDisabled() {
        var client = Visitor.client(port, "manado-psikolog", "tuntas-demo");
        assertThat(client.get("/engine-rest/task?maxResults=9").statusCode()).isEqualTo(200);
        credentials.set("manado-psikolog", "perahu layar biru");
        assertThat(client.get("/engine-rest/task?maxResults=9").statusCode()).isEqualTo(401);
        var again = Visitor.client(port, "manado-psikolog", "perahu layar biru");
        assertThat(again.get("/engine-rest/task?maxResults=9").statusCode()).isEqualTo(200);
        accounts.disable("manado-psikolog");
        assertThat(again.get("/engine-rest/task?maxResults=9").statusCode()).isEqualTo(401);
    }

    @Test
    void withoutAPasswordGetsNoPasswordBox() {
        var answer = Visitor.on(port).get("/engine-rest/task?maxResults=9");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
    }
}
