package id.tuntas.access;

import static id.tuntas.access.SignInTest.location;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.AtOnce;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in with a code, as an office without the demo does. */
@ProductionTest
class WithoutDemoSecondFactorTest {

    private static final Pattern RECOVERY_CODE = Pattern.compile("<code>([a-z2-7]{4}(?:-[a-z2-7]{4}){3})</code>");

    @LocalServerPort
    int port;

    @Autowired
    Household household;

    @Autowired
    SecondFactors secondFactors;

    @Autowired
    RecordedEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private String auditor;

    @BeforeEach
    void employAnAuditor() {
        auditor = household.someone("auditor");
    }

    @Test
    void isSetUpBeforeAnythingElseOpensForWhoMustHaveOne() {
        var visitor = Visitor.on(port);
        assertThat(location(visitor.signIn(auditor, Household.PASSWORD))).isEqualTo("/masuk/pasang");
        opensNothing(visitor);

        String key = keyShownTo(visitor);
        String before = visitor.cookie("JSESSIONID");
        assertThat(visitor.submit("/masuk/pasang", "/masuk/pasang", "kode", "000")
                        .statusCode())
                .isEqualTo(400);
        opensNothing(visitor);
        var done = visitor.submit("/masuk/pasang", "/masuk/pasang", "kode", codeNow(key, 0));
        assertThat(location(done)).isEqualTo("/akun/kode-pemulihan");
        assertThat(visitor.cookie("JSESSIONID")).isNotEqualTo(before);
        assertThat(recoveryCodesOf(visitor)).hasSize(10).doesNotHaveDuplicates();
        assertThat(location(visitor.get("/akun/kode-pemulihan")))
                .as("shown once")
                .isEqualTo("/akun");
        assertThat(visitor.get("/beranda").statusCode()).isEqualTo(200);
    }

    @Test
    void setUpTwiceAtOnceItHasOneSetOfRecoveryCodes() throws Exception {
        String key = secondFactors.begin(auditor).key();
        for (int round = 0; round < 10; round++) {
            secondFactors.turnOff(auditor);
            Callable<Optional<List<String>>> press = () -> secondFactors.confirm(auditor, key, codeNow(key, 0));
            assertThat(AtOnce.press(Collections.nCopies(4, press))).allMatch(Optional::isPresent);
            assertThat(secondFactors.recoveryCodesLeft(auditor)).isEqualTo(10);

            AtOnce.press(Collections.nCopies(4, () -> secondFactors.renewRecoveryCodes(auditor)));
            assertThat(secondFactors.recoveryCodesLeft(auditor)).isEqualTo(10);
        }
    }

    @Test
    void isAskedForAfterThePasswordAndEachCodeIsGoodOnce() {
        String key = enrol();
        var visitor = Visitor.on(port);
        String stranger = visitor.cookie("JSESSIONID");
        assertThat(location(visitor.signIn(auditor, Household.PASSWORD))).isEqualTo("/masuk/kode");
        String half = visitor.cookie("JSESSIONID");
        assertThat(visitor.submit("/masuk/kode", "/masuk/kode", "kode", codeNow(key, 0))
                        .statusCode())
                .as("was used to set it up")
                .isEqualTo(400);
        assertThat(location(visitor.submit("/masuk/kode", "/masuk/kode", "kode", codeNow(key, 1))))
                .isEqualTo("/beranda");
        assertThat(List.of(stranger, half, visitor.cookie("JSESSIONID"))).doesNotHaveDuplicates();
        assertThat(visitor.get("/beranda").statusCode()).isEqualTo(200);
        assertThat(events.of(auditor)).contains(new AccessEvent.SignedIn(auditor, "192.0.2.1", "code"));

        var other = Visitor.on(port);
        other.signIn(auditor, Household.PASSWORD);
        assertThat(other.submit("/masuk/kode", "/masuk/kode", "kode", codeNow(key, 1))
                        .statusCode())
                .as("replayed")
                .isEqualTo(400);
        opensNothing(other);
    }

    @Test
    void bringsThePersonToThePageHeAskedForFirst() {
        String key = enrol();
        var visitor = Visitor.on(port);
        assertThat(location(visitor.get("/sop/tenggat"))).isEqualTo("/login");
        visitor.signIn(auditor, Household.PASSWORD);
        assertThat(location(visitor.submit("/masuk/kode", "/masuk/kode", "kode", codeNow(key, 1))))
                .startsWith("/sop/tenggat");
    }

    @Test
    void hasRecoveryCodesOfWhichEachIsGoodOnce() {
        var first = Visitor.on(port);
        first.signIn(auditor, Household.PASSWORD);
        first.submit("/masuk/pasang", "/masuk/pasang", "kode", codeNow(keyShownTo(first), 0));
        String recovery = recoveryCodesOf(first).get(0);

        var visitor = Visitor.on(port);
        visitor.signIn(auditor, Household.PASSWORD);
        assertThat(location(visitor.submit("/masuk/kode", "/masuk/kode", "kode", recovery.toUpperCase() + " ")))
                .isEqualTo("/beranda");
        assertThat(secondFactors.recoveryCodesLeft(auditor)).isEqualTo(9);
        var again = Visitor.on(port);
        again.signIn(auditor, Household.PASSWORD);
        assertThat(again.submit("/masuk/kode", "/masuk/kode", "kode", recovery).statusCode())
                .isEqualTo(400);
    }

    @Test
    void slowsDownGuessingOfCodes() {
        enrol();
        var guesser = Visitor.on(port).from("192.0.2.77");
        guesser.signIn(auditor, Household.PASSWORD);
        for (int i = 0; i < Throttles.CODES.tries(); i++) {
            assertThat(guesser.submit("/masuk/kode", "/masuk/kode", "kode", "00000" + i)
                            .statusCode())
                    .isEqualTo(400);
        }
        assertThat(guesser.submit("/masuk/kode", "/masuk/kode", "kode", "123456")
                        .statusCode())
                .isEqualTo(429);
    }

    @Test
    void isStoredSealedAndItsRecoveryCodesAsDigests() {
        String key = enrol();
        assertThat(jdbc.sql("select secret from second_factor where user_id = ?")
                        .param(auditor)
                        .query(String.class)
                        .single())
                .doesNotContain(key)
                .matches("[A-Za-z0-9_-]{60,}");
        assertThat(jdbc.sql("select hash from recovery_code where user_id = ?")
                        .param(auditor)
                        .query(String.class)
                        .list())
                .hasSize(10)
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void keepsWhoMustHaveOneFromComingInWithAPasswordInEachRequest() {
        var answer = Visitor.client(port, auditor, Household.PASSWORD).get("/engine-rest/task?maxResults=9");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("akun layanan");
        String service = household.someone(Roles.MONITORS);
        assertThat(Visitor.client(port, service, Household.PASSWORD)
                        .get("/actuator/metrics/tuntas.timers.overdue")
                        .statusCode())
                .isEqualTo(200);
        assertThat(Visitor.client(port, service, Household.PASSWORD)
                        .get("/engine-rest/user?maxResults=9")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void isAMatterOfChoiceForOthersWhoCanTakeItOffAgain() {
        String officer = household.someone("peksos");
        var visitor = Visitor.on(port);
        assertThat(location(visitor.signIn(officer, Household.PASSWORD))).contains("tasklist");
        String key = keyIn(visitor.get("/akun/pasang").body());
        var elsewhere = Visitor.on(port);
        elsewhere.signIn(officer, Household.PASSWORD);
        assertThat(location(
                        visitor.post("/akun/pasang", "_csrf=" + visitor.csrfOf("/akun") + "&kode=" + codeNow(key, 0))))
                .isEqualTo("/akun/kode-pemulihan");
        assertThat(location(elsewhere.get("/akun"))).isEqualTo("/login?habis");
        assertThat(location(visitor.get("/akun/pasang")))
                .as("needs a code first")
                .isEqualTo("/akun");
        assertThat(visitor.submit("/akun", "/akun/faktor-kedua/mati", "kode", "111111")
                        .statusCode())
                .isEqualTo(400);
        assertThat(location(visitor.submit("/akun", "/akun/faktor-kedua/mati", "kode", codeNow(key, 1))))
                .isEqualTo("/akun?mati");
        assertThat(location(Visitor.on(port).signIn(officer, Household.PASSWORD)))
                .contains("tasklist");
    }

    @Test
    void cannotBeTakenOffByWhoMustHaveOne() {
        var visitor = Visitor.on(port);
        visitor.signIn(auditor, Household.PASSWORD);
        String key = keyShownTo(visitor);
        visitor.submit("/masuk/pasang", "/masuk/pasang", "kode", codeNow(key, 0));
        assertThat(visitor.submit("/akun", "/akun/faktor-kedua/mati", "kode", codeNow(key, 1))
                        .statusCode())
                .isEqualTo(400);
        assertThat(secondFactors.isOn(auditor)).isTrue();
    }

    @Test
    void hasPagesOnlyForWhoGaveARightPassword() {
        var stranger = Visitor.on(port);
        assertThat(location(stranger.get("/masuk/kode"))).isEqualTo("/login?ulang");
        assertThat(location(stranger.get("/masuk/pasang"))).isEqualTo("/login?ulang");
        assertThat(location(stranger.submit("/login", "/masuk/kode", "kode", "123456")))
                .isEqualTo("/login?ulang");
    }

    private String enrol() {
        var visitor = Visitor.on(port).from("192.0.2.99");
        visitor.signIn(auditor, Household.PASSWORD);
        String key = keyShownTo(visitor);
        assertThat(location(visitor.submit("/masuk/pasang", "/masuk/pasang", "kode", codeNow(key, 0))))
                .isEqualTo("/akun/kode-pemulihan");
        return key;
    }

    private void opensNothing(Visitor visitor) {
        for (String page :
                List.of("/", "/beranda", "/akun", "/sop/tenggat", "/kelola/orang", "/camunda/app/tasklist/default/")) {
            assertThat(location(visitor.get(page))).as(page).isEqualTo("/login");
        }
        for (String path : List.of("/engine-rest/task", "/camunda/api/engine/engine/default/task", "/api/apa-saja")) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(401);
        }
    }

    private static String keyShownTo(Visitor visitor) {
        return keyIn(visitor.get("/masuk/pasang").body());
    }

    private static String keyIn(String page) {
        String key = page.replaceAll("(?s).*<code class=\"t-key\">(.*?)</code>.*", "$1")
                .replaceAll("<[^>]*>|\\s", "");
        assertThat(key).matches("[A-Z2-7]{32}");
        return key;
    }

    private static List<String> recoveryCodesOf(Visitor visitor) {
        return RECOVERY_CODE
                .matcher(visitor.get("/akun/kode-pemulihan").body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private String codeNow(String key, int stepsAhead) {
        return Totp.code(key, clock.instant().getEpochSecond() / Totp.STEP + stepsAhead);
    }
}
