package id.tuntas.access;

import static id.tuntas.access.SignInTest.location;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.engine.Identities;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** When a session is over. */
@ProductionTest
class WithoutDemoSessionTest {

    private static final String LIST = "/camunda/api/engine/engine/default/filter?maxResults=9";

    @LocalServerPort
    int port;

    @Autowired
    Household household;

    @Autowired
    Accounts accounts;

    @Autowired
    Credentials credentials;

    @Autowired
    Identities identities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private String officer;
    private Visitor visitor;

    @BeforeEach
    void signIn() {
        officer = household.someone("peksos");
        visitor = Visitor.on(port);
        visitor.signIn(officer, Household.PASSWORD);
        isOpen();
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void isOverAfterHalfAnHourWithNobodyThere() {
        later(Duration.ofMinutes(29));
        isOpen();
        later(Duration.ofMinutes(29));
        isOpen();
        later(Duration.ofMinutes(31));
        isOver();
    }

    @Test
    void isNotKeptAliveByAListThatReloadsItself() {
        household.someone(Identities.ADMINISTRATORS);
        visitor.get("/camunda/app/tasklist/default/");
        for (int minute = 0; minute < 20; minute += 10) {
            var list = visitor.get(LIST);
            assertThat(list.statusCode()).as(list.body()).isEqualTo(200);
            later(Duration.ofMinutes(10));
        }
        later(Duration.ofMinutes(11));
        assertThat(visitor.get(LIST).statusCode()).isEqualTo(401);
    }

    @Test
    void isNotKeptAliveByABoardThatUpdatesItself() {
        Visitor manager = Visitor.on(port);
        manager.signIn(household.someone("kepala-uptd"), Household.PASSWORD);
        for (int minute = 0; minute < 20; minute += 10) {
            assertThat(manager.get("/pantau/terkini").statusCode()).isEqualTo(200);
            later(Duration.ofMinutes(10));
        }
        later(Duration.ofMinutes(11));
        assertThat(manager.get("/pantau/terkini").statusCode()).isEqualTo(302);
    }

    @Test
    void isOverAfterTwelveHoursWhateverIsDoneInIt() {
        for (int i = 0; i < 36; i++) {
            isOpen();
            later(Duration.ofMinutes(20));
        }
        later(Duration.ofSeconds(1));
        isOver();
    }

    @Test
    void isOverWhenAnotherNodeSaysSo() {
        jdbc.sql("update account set session_epoch = session_epoch + 1 where user_id = ?")
                .param(officer)
                .update();
        later(Accounts.KEPT.plusSeconds(1));
        isOver();
    }

    @Test
    void isOverWhenThePasswordChanges() {
        credentials.set(officer, "kapal besar berlabuh");
        isOver();
    }

    @Test
    void isOverWhenThePersonIsDisabled() {
        accounts.disable(officer);
        isOver();
    }

    @Test
    void isOverWhenTheRolesChangeInCamundasAdminAppToo() {
        identities.setMemberships(officer, List.of("psikolog"), List.of("manggarai-barat"));
        later(Accounts.KEPT.plusSeconds(1));
        isOver();
    }

    @Test
    void endsOnAllDevicesByOneButton() {
        var other = Visitor.on(port);
        other.signIn(officer, Household.PASSWORD);
        assertThat(location(visitor.submit("/akun", "/akun/keluar-semua"))).isEqualTo("/login?logout");
        assertThat(location(other.get("/akun"))).isEqualTo("/login?habis");
        assertThat(location(visitor.get("/akun"))).isEqualTo("/login");
    }

    @Test
    void goesOnWhereThePasswordWasChangedAndNowhereElse() {
        var other = Visitor.on(port);
        other.signIn(officer, Household.PASSWORD);
        assertThat(change("salah sama sekali", "kapal besar berlabuh")).isEqualTo(400);
        assertThat(change(Household.PASSWORD, "123qweasdzxc")).isEqualTo(400);
        isOpen();
        assertThat(change(Household.PASSWORD, "kapal besar berlabuh")).isEqualTo(302);
        isOpen();
        assertThat(location(other.get("/akun"))).isEqualTo("/login?habis");
        assertThat(location(Visitor.on(port).signIn(officer, Household.PASSWORD)))
                .isEqualTo("/login?salah");
        assertThat(location(Visitor.on(port).signIn(officer, "kapal besar berlabuh")))
                .contains("tasklist");
    }

    @Test
    void hasACookieThatTravelsEncryptedOnlyAndNoScriptReads() {
        var answer = Visitor.on(port).signIn(officer, Household.PASSWORD);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("JSESSIONID") || cookie.startsWith("perangkat-"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "HttpOnly", "SameSite=Lax"));
        household.someone(Identities.ADMINISTRATORS);
        assertThat(visitor.get("/camunda/app/tasklist/default/").headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("XSRF-TOKEN"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Secure"));
    }

    @Test
    void goesOnWhileAnOldHashIsRenewedAtTheNextSignIn() {
        credentials.store(officer, "{bcrypt}" + new BCryptPasswordEncoder(10).encode("kapal besar berlabuh"));
        assertThat(location(Visitor.on(port).signIn(officer, "kapal besar berlabuh")))
                .contains("tasklist");
        assertThat(jdbc.sql("select hash from credential where user_id = ?")
                        .param(officer)
                        .query(String.class)
                        .single())
                .startsWith("{argon2id}");
        isOpen();
        assertThat(location(Visitor.on(port).signIn(officer, "kapal besar berlabuh")))
                .contains("tasklist");
    }

    @Test
    void canBeOpenedFromAKnownDeviceWhileStrangersGuessFromEverywhere() {
        for (int i = 0; i < 30; i++) {
            Visitor.on(port).from("198.51.100." + i).signIn(officer, "tebakan-" + i);
        }
        assertThat(Visitor.on(port)
                        .from("198.51.100.99")
                        .signIn(officer, Household.PASSWORD)
                        .statusCode())
                .isEqualTo(429);
        var owner = Visitor.on(port).withCookiesOf(visitor, "perangkat-");
        assertThat(location(owner.signIn(officer, Household.PASSWORD))).contains("tasklist");
    }

    private int change(String old, String password) {
        return visitor.submit("/akun", "/akun/sandi", "lama", old, "baru", password)
                .statusCode();
    }

    private void isOpen() {
        assertThat(visitor.get("/akun").statusCode()).isEqualTo(200);
    }

    private void isOver() {
        assertThat(location(visitor.get("/akun"))).isEqualTo("/login?habis");
        assertThat(visitor.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
    }

    private void later(Duration time) {
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(time)));
    }
}
