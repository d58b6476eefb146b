package id.tuntas.access;

import static id.tuntas.access.SignInTest.location;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.engine.Identities;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys in an office without the demo, by a key that also lies. */
@ProductionTest
class WithoutDemoPasskeyTest {

    private static final String HOST = "tuntas.example";
    private static final String ASK = "/masuk/kunci-sandi/pilihan";
    private static final String SIGN_IN = "/masuk/kunci-sandi";
    private static final String PAGE = "/akun/kunci-sandi";

    @LocalServerPort
    int port;

    @Autowired
    Household household;

    @Autowired
    SecondFactors secondFactors;

    @Autowired
    Passkeys passkeys;

    @Autowired
    PeopleAdministration people;

    @Autowired
    PeopleDirectory directory;

    @Autowired
    Identities identities;

    @Autowired
    Accounts accounts;

    @Autowired
    RecordedEvents events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final SoftwareKey key = new SoftwareKey(HOST);
    private String officer;

    @BeforeEach
    void employSomebody() {
        officer = household.someone("peksos");
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void bringInAnAuditorWithoutPasswordAndCodeUnderANewSession() {
        String auditor = household.someone("auditor");
        String totp = Totp.newKey();
        secondFactors.confirm(auditor, totp, code(totp, 0));
        var adding = Visitor.on(port);
        adding.signIn(auditor, Household.PASSWORD);
        adding.submit("/masuk/kode", "/masuk/kode", "kode", code(totp, 1));
        ClockUtil.setCurrentTime(Date.from(clock.instant().plusSeconds(Totp.STEP)));
        add(adding, key, "kode " + code(totp, 1));

        var visitor = Visitor.on(port);
        String stranger = visitor.cookie("JSESSIONID");
        assertThat(location(signIn(visitor, key))).isEqualTo("/beranda");
        assertThat(visitor.cookie("JSESSIONID")).isNotEmpty().isNotEqualTo(stranger);
        assertThat(visitor.get("/beranda").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/akun").body()).contains("ponsel saya", "Terakhir dipakai");
        assertThat(events.of(auditor))
                .contains(new AccessEvent.PasskeyAdded(auditor))
                .contains(new AccessEvent.SignedIn(auditor, "192.0.2.1", "passkey"));
        assertThat(onRecord("PASSKEY_ADDED", auditor)).isOne();
        assertThat(onRecord("SIGNED_IN", auditor + " passkey")).isOne();
    }

    @Test
    void bringThePersonToThePageHeAskedForFirst() {
        add(signedIn(), key);
        var visitor = Visitor.on(port);
        visitor.get("/akun");
        assertThat(location(signIn(visitor, key))).startsWith("/akun");
    }

    @Test
    void areNamedToNobodyBeforeHeIsIn() {
        add(signedIn(), key);
        String asked = Visitor.on(port).submit("/login", ASK).body();
        assertThat(asked)
                .contains("\"userVerification\":\"required\"", "\"rpId\":\"" + HOST + "\"", "\"allowCredentials\":[]")
                .doesNotContain(officer);
        var inside = signedIn();
        assertThat(inside.submit("/akun", ASK).body()).contains("\"allowCredentials\":[]");
        assertThat(challengeIn(asked))
                .isNotEqualTo(challengeIn(inside.submit("/akun", ASK).body()));
    }

    @Test
    void areMadeForARandomHandleAndAskForNoCertificate() {
        String options = begin(signedIn());
        assertThat(options)
                .contains(
                        "\"attestation\":\"none\"",
                        "\"residentKey\":\"required\"",
                        "\"userVerification\":\"required\"");
        String handle = jdbc.sql("select user_handle from passkey_owner where user_id = ?")
                .param(officer)
                .query(String.class)
                .single();
        assertThat(handle).hasSize(43).doesNotContain(officer);
        assertThat(options).contains("\"id\":\"" + handle + "\"");
    }

    @Test
    void areRefusedWhenTheDeviceDidNotVerifyWhoHoldsIt() {
        add(signedIn(), key);
        key.verifies = false;
        refused(signIn(Visitor.on(port), key));

        var another = new SoftwareKey(HOST);
        another.verifies = false;
        assertThat(make(signedIn(), another).statusCode()).isEqualTo(400);
        assertThat(passkeys.of(officer)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "https://jahat.example, tuntas.example",
        "https://tuntas.example.jahat.example, tuntas.example",
        "http://tuntas.example, tuntas.example",
        "https://tuntas.example:8443, tuntas.example",
        "https://tuntas.example, jahat.example"
    })
    void areRefusedFromAnotherOriginOrForAnotherHost(String origin, String host) {
        add(signedIn(), key);
        key.origin = origin;
        key.relyingParty = host;
        refused(signIn(Visitor.on(port), key));

        var another = new SoftwareKey(host);
        another.origin = origin;
        assertThat(make(signedIn(), another).statusCode()).isEqualTo(400);
        assertThat(passkeys.of(officer)).hasSize(1);
    }

    @Test
    void answerEachQuestionOnceAndSoon() {
        add(signedIn(), key);
        var visitor = Visitor.on(port);
        String answer = key.get(visitor.submit("/login", ASK).body());
        refused(Visitor.on(port).submit("/login", SIGN_IN, "jawaban", answer), "/login?ulang");
        var other = Visitor.on(port);
        other.submit("/login", ASK);
        refused(other.submit("/login", SIGN_IN, "jawaban", answer));
        assertThat(location(visitor.submit("/login", SIGN_IN, "jawaban", answer)))
                .contains("tasklist");
        refused(visitor.submit("/akun", SIGN_IN, "jawaban", answer), "/login?ulang");

        var slow = Visitor.on(port);
        String late = key.get(slow.submit("/login", ASK).body());
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofMinutes(6))));
        refused(slow.submit("/login", SIGN_IN, "jawaban", late), "/login?ulang");
    }

    @Test
    void areRefusedWhenTheyCountBackwardsAsACopyWould() {
        key.count = 5;
        add(signedIn(), key);
        key.count = 6;
        assertThat(location(signIn(Visitor.on(port), key))).contains("tasklist");
        refused(signIn(Visitor.on(port), key));
        key.count = 3;
        refused(signIn(Visitor.on(port), key));
        assertThat(jdbc.sql("select sign_count from passkey where user_id = ?")
                        .param(officer)
                        .query(Long.class)
                        .single())
                .isEqualTo(6);
    }

    @Test
    void areRefusedUnderAnotherHandleAndWhenNobodyHasThem() {
        add(signedIn(), key);
        String colleague = household.someone("peksos");
        var other = Visitor.on(port);
        other.signIn(colleague, Household.PASSWORD);
        add(other, new SoftwareKey(HOST), "bukti " + Household.PASSWORD);
        String foreign = jdbc.sql("select user_handle from passkey_owner where user_id = ?")
                .param(colleague)
                .query(String.class)
                .single();
        var visitor = Visitor.on(port);
        refused(visitor.submit(
                "/login",
                SIGN_IN,
                "jawaban",
                key.get(visitor.submit("/login", ASK).body(), foreign)));
        var unknown = new SoftwareKey(HOST);
        refused(visitor.submit(
                "/login",
                SIGN_IN,
                "jawaban",
                unknown.get(visitor.submit("/login", ASK).body(), foreign)));
    }

    @Test
    void openNothingToWhoIsDisabledAndSayNoMoreThanToAnybody() {
        add(signedIn(), key);
        accounts.disable(officer);
        refused(signIn(Visitor.on(port), key));
        assertThat(events.of(officer)).contains(new AccessEvent.SignInRefused(officer, "192.0.2.1", "passkey"));
        accounts.enable(officer);
        assertThat(location(signIn(Visitor.on(port), key))).contains("tasklist");
        identities.setMemberships(officer, List.of("auditor"), List.of("manggarai-barat"));
        assertThat(location(signIn(Visitor.on(port), key)))
                .as("by his roles of now")
                .isEqualTo("/beranda");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{}",
                "\"teks\"",
                "{\"id\":1,\"id\":2}",
                "{\"id\":\"%%%\",\"rawId\":\"%%%\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"aa\",\"rawId\":\"aa\",\"type\":\"public-key\"}",
                "{\"id\":\"aa\",\"rawId\":\"aa\",\"type\":\"x\",\"response\":{\"userHandle\":\"aa\"}}"
            })
    void areASentenceAndNoErrorWhenTheAnswerIsNone(String answer) {
        var visitor = Visitor.on(port);
        visitor.submit("/login", ASK);
        refused(visitor.submit("/login", SIGN_IN, "jawaban", answer));
        assertThat(visitor.get("/login?kuncisalah").body()).contains("Anda tidak dapat masuk dengan kunci sandi itu");
        var inside = signedIn();
        begin(inside);
        assertThat(inside.submit(PAGE + "/buat", PAGE + "/buat", "jawaban", answer)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void areRefusedWhenTheAnswerIsLongOrDeepOrHasNoToken() {
        for (String answer : List.of("x".repeat(20_000), "[".repeat(5_000), "{\"a\":".repeat(2_000))) {
            var visitor = Visitor.on(port);
            visitor.submit("/login", ASK);
            refused(visitor.submit("/login", SIGN_IN, "jawaban", answer));
        }
        refused(Visitor.on(port).post(SIGN_IN, "jawaban=%7B%7D"), "/login?ulang");
        refused(Visitor.on(port).post(ASK, ""), "/login?ulang");
        assertThat(signedIn().post(PAGE + "/pilihan", "").statusCode()).isEqualTo(403);
    }

    @Test
    void comeOnlyAfterThePasswordOnceMoreAndUnderAName() {
        var visitor = signedIn();
        assertThat(location(visitor.get(PAGE + "/buat"))).isEqualTo(PAGE);
        assertThat(visitor.submit("/akun", PAGE + "/pilihan").statusCode()).isEqualTo(409);
        assertThat(location(visitor.submit("/akun", PAGE + "/buat", "jawaban", "{}")))
                .isEqualTo(PAGE);
        for (String name : List.of("", " ", "x".repeat(41), "a\u0007b")) {
            assertThat(name(visitor, name, "bukti " + Household.PASSWORD).body())
                    .contains("Beri nama kunci");
        }
        assertThat(name(visitor, "ponsel", "bukti salah").body()).contains("Kata sandi sekarang salah");
        assertThat(passkeys.of(officer)).isEmpty();
    }

    @Test
    void areThrottledWhereThePasswordIsAskedForAgain() {
        var visitor = signedIn();
        for (int i = 0; i < Throttle.TRIES; i++) {
            name(visitor, "ponsel", "bukti tebakan-" + i);
        }
        assertThat(name(visitor, "ponsel", "bukti " + Household.PASSWORD).body())
                .contains("Terlalu banyak percobaan");
    }

    @Test
    void areTenAtMostAndNoneTwice() {
        var visitor = signedIn();
        add(visitor, key);
        assertThat(make(visitor, key).statusCode()).as("the same again").isEqualTo(400);
        for (int i = 1; i < Passkeys.MOST; i++) {
            add(visitor, new SoftwareKey(HOST));
        }
        assertThat(name(visitor, "satu lagi", "bukti " + Household.PASSWORD).body())
                .contains("Paling banyak 10");
    }

    @Test
    void goWithThePasswordOnceMoreAndEndWhatIsOpenElsewhere() {
        var visitor = signedIn();
        add(visitor, key);
        var elsewhere = Visitor.on(port);
        signIn(elsewhere, key);
        String page = PAGE + "/" + passkeys.of(officer).get(0).id() + "/hapus";
        assertThat(visitor.get(page).body()).contains("ponsel saya");
        assertThat(visitor.submit("/akun", page, "bukti", "salah").statusCode()).isEqualTo(400);

        String other = household.someone("peksos");
        var stranger = Visitor.on(port);
        stranger.signIn(other, Household.PASSWORD);
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.submit("/akun", page, "bukti", Household.PASSWORD).statusCode())
                .isEqualTo(404);

        assertThat(location(visitor.submit("/akun", page, "bukti", Household.PASSWORD)))
                .isEqualTo("/akun?kuncihapus");
        assertThat(visitor.get("/akun").statusCode()).isEqualTo(200);
        assertThat(location(elsewhere.get("/akun"))).isEqualTo("/login?habis");
        refused(signIn(Visitor.on(port), key));
        assertThat(events.of(officer)).contains(new AccessEvent.PasskeyRemoved(officer, officer));
        assertThat(onRecord("PASSKEY_REMOVED", officer)).isOne();
    }

    @Test
    void countAsTheSecondFactorThatAPasswordAloneDoesNotGoRound() {
        add(signedIn(), key);
        people.changeRoles(officer, List.of("auditor"), List.of(), household.someone(Identities.ADMINISTRATORS));
        var thief = Visitor.on(port);
        assertThat(location(thief.signIn(officer, Household.PASSWORD))).isEqualTo("/login?pakaikunci");
        assertThat(location(thief.get("/masuk/pasang"))).isEqualTo("/login?ulang");
        assertThat(location(thief.get("/akun"))).isEqualTo("/login");
        assertThat(Visitor.client(port, officer, Household.PASSWORD)
                        .get("/engine-rest/task")
                        .statusCode())
                .isEqualTo(403);

        var owner = Visitor.on(port);
        assertThat(location(signIn(owner, key))).isEqualTo("/beranda");
        String page = PAGE + "/" + passkeys.of(officer).get(0).id() + "/hapus";
        assertThat(owner.submit("/akun", page, "bukti", Household.PASSWORD).body())
                .contains("Pasang kode masuk dulu");
        assertThat(passkeys.of(officer)).hasSize(1);
    }

    @Test
    void leaveThePasswordOfWhoNeedsNoSecondFactorAsItWas() {
        add(signedIn(), key);
        assertThat(location(Visitor.on(port).signIn(officer, Household.PASSWORD)))
                .contains("tasklist");
    }

    @Test
    void goWhenAnAdministratorResetsTheSecondFactor() {
        String admin = household.someone(Identities.ADMINISTRATORS);
        var open = signedIn();
        add(open, key);
        assertThat(directory.find(officer).orElseThrow().hasPasskey()).isTrue();
        people.resetSecondFactor(officer, admin);
        assertThat(directory.find(officer).orElseThrow().hasPasskey()).isFalse();
        assertThat(events.of(officer)).contains(new AccessEvent.PasskeyRemoved(officer, admin));
        refused(signIn(Visitor.on(port), key));
        ClockUtil.setCurrentTime(Date.from(clock.instant().plusSeconds(4)));
        assertThat(location(open.get("/akun"))).isEqualTo("/login?habis");
    }

    @Test
    void comeAfterAFreshSignInForWhoHasNeitherPasswordNorCode() {
        var visitor = signedIn();
        jdbc.sql("delete from credential where user_id = ?").param(officer).update();
        assertThat(visitor.get(PAGE).body()).contains("5 menit").doesNotContain("type=\"password\"");
        add(visitor, key);
        ClockUtil.setCurrentTime(Date.from(clock.instant().plus(Duration.ofMinutes(6))));
        assertThat(name(visitor, "satu lagi", "bukti x").body()).contains("Sudah lewat 5 menit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/webauthn/authenticate/options", "/webauthn/register/options", "/webauthn/register"})
    void leaveTheDoorsOfTheLibraryShut(String path) {
        var inside = signedIn();
        for (String door : List.of(path, "/login/webauthn", "/login/webauthn.js", "/default-ui.css")) {
            assertThat(location(Visitor.on(port).submit("/login", door)))
                    .as(door)
                    .isEqualTo("/login");
            assertThat(inside.submit("/akun", door).statusCode()).as(door).isEqualTo(403);
            assertThat(inside.get(door).statusCode()).as(door).isEqualTo(403);
        }
    }

    private Visitor signedIn() {
        var visitor = Visitor.on(port);
        visitor.signIn(officer, Household.PASSWORD);
        return visitor;
    }

    private void add(Visitor visitor, SoftwareKey made) {
        add(visitor, made, "bukti " + Household.PASSWORD);
    }

    private void add(Visitor visitor, SoftwareKey made, String proof) {
        assertThat(location(make(visitor, made, proof))).isEqualTo("/akun?kunci");
    }

    private HttpResponse<String> make(Visitor visitor, SoftwareKey made) {
        return make(visitor, made, "bukti " + Household.PASSWORD);
    }

    private HttpResponse<String> make(Visitor visitor, SoftwareKey made, String proof) {
        return visitor.submit(PAGE + "/buat", PAGE + "/buat", "jawaban", made.create(begin(visitor, proof)));
    }

    private String begin(Visitor visitor) {
        return begin(visitor, "bukti " + Household.PASSWORD);
    }

    private String begin(Visitor visitor, String proof) {
        assertThat(location(name(visitor, " ponsel saya ", proof))).isEqualTo(PAGE + "/buat");
        assertThat(visitor.get(PAGE + "/buat").statusCode()).isEqualTo(200);
        var options = visitor.submit(PAGE + "/buat", PAGE + "/pilihan");
        assertThat(options.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        return options.body();
    }

    /** @param proof what kind it is, for the reader only, and the proof itself */
    private static HttpResponse<String> name(Visitor visitor, String name, String proof) {
        return visitor.submit(PAGE, PAGE, "nama", name, "bukti", proof.split(" ", 2)[1]);
    }

    private static HttpResponse<String> signIn(Visitor visitor, SoftwareKey used) {
        String options = visitor.submit("/login", ASK).body();
        return visitor.submit("/login", SIGN_IN, "jawaban", used.get(options));
    }

    private static void refused(HttpResponse<String> answer) {
        refused(answer, "/login?kuncisalah");
    }

    private static void refused(HttpResponse<String> answer, String where) {
        assertThat(location(answer)).isEqualTo(where);
    }

    private static String challengeIn(String options) {
        return options.replaceAll(".*\"challenge\":\"([^\"]+)\".*", "$1");
    }

    private int onRecord(String kind, String reason) {
        return jdbc.sql("select count(*) from audit_entry where kind = ? and reason = ?")
                .params(kind, reason)
                .query(Integer.class)
                .single();
    }

    private String code(String totp, int stepsAhead) {
        return Totp.code(totp, clock.instant().getEpochSecond() / Totp.STEP + stepsAhead);
    }
}
