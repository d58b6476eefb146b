package id.tuntas.access;

import static id.tuntas.access.SignInTest.location;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.engine.Identities;
import id.tuntas.testing.AtOnce;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an administrator does under /kelola/orang. */
@ProductionTest
class WithoutDemoPeopleTest {

    @LocalServerPort
    int port;

    @Autowired
    Household household;

    @Autowired
    SecondFactors secondFactors;

    @Autowired
    PasswordLinks links;

    @Autowired
    Identities identities;

    @Autowired
    RecordedEvents events;

    @Autowired
    Clock clock;

    private String admin;
    private Visitor visitor;

    @BeforeEach
    void signInAsAdministrator() {
        admin = household.someone(Identities.ADMINISTRATORS);
        String key = Totp.newKey();
        secondFactors.confirm(admin, key, Totp.code(key, step()));
        visitor = Visitor.on(port);
        visitor.signIn(admin, Household.PASSWORD);
        visitor.submit("/masuk/kode", "/masuk/kode", "kode", Totp.code(key, step() + 1));
        assertThat(visitor.get("/kelola/orang").statusCode()).isEqualTo(200);
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    @Test
    void ofLinksMadeAtOnceOneIsGood() throws Exception {
        String officer = household.someone("peksos");
        for (int round = 0; round < 10; round++) {
            List<String> tokens = AtOnce.press(Collections.nCopies(4, () -> links.issue(officer, admin)));
            assertThat(tokens)
                    .filteredOn(token -> links.userOf(token).isPresent())
                    .hasSize(1);
        }
    }

    @Test
    void addASomebodyWhoSetsHisPasswordWithALinkThatIsGoodOnce() {
        String id = "sari-" + admin;
        String link = linkFor(id);
        assertThat(visitor.get("/kelola/orang/" + id).body())
                .as("shown once")
                .contains("Sari Dewi", "Belum ada kata sandi")
                .doesNotContain("/masuk/sandi");
        var sari = Visitor.on(port);
        assertThat(sari.get(link).body()).contains(id);
        assertThat(set(sari, link, "sari-" + admin + "-123").statusCode())
                .as("holds the user id")
                .isEqualTo(400);
        assertThat(location(set(sari, link, "kapal besar berlabuh"))).isEqualTo("/login?sandi");
        assertThat(sari.get(link).statusCode()).isEqualTo(404);
        assertThat(location(sari.signIn(id, "kapal besar berlabuh"))).contains("tasklist");
        assertThat(identities.districtsOf(id)).containsExactly("manado");
        assertThat(events.of(id)).contains(new AccessEvent.PersonAdded(id, admin));
    }

    @Test
    void makeLinksThatAreOverAfterADay() {
        String link = linkFor("basi-" + admin);
        ClockUtil.setCurrentTime(
                Date.from(clock.instant().plus(Duration.ofHours(24)).plusSeconds(1)));
        assertThat(Visitor.on(port).get(link).statusCode()).isEqualTo(404);
    }

    @Test
    void refuseWhatCannotBe() {
        assertThat(add("Bukan Id", "peksos", "manado")).isEqualTo(400);
        assertThat(add("dua--strip", "peksos", "manado")).isEqualTo(400);
        assertThat(add(admin, "peksos", "manado")).isEqualTo(400);
        assertThat(add("tanpa-daerah", "peksos", "")).isEqualTo(400);
        assertThat(add("peran-lain", "penyihir", "manado")).isEqualTo(400);
        assertThat(identities.exists("tanpa-daerah")).isFalse();
    }

    @Test
    void endSessionsWhenRolesChangeOrSomebodyIsDisabledAndLetHimInAgain() {
        String officer = household.someone("peksos");
        var his = Visitor.on(port);
        his.signIn(officer, Household.PASSWORD);
        String page = "/kelola/orang/" + officer;
        assertThat(visitor.submit(page, page + "/peran", "peran", "psikolog", "daerah", "manado")
                        .statusCode())
                .isEqualTo(302);
        assertThat(identities.groupsOf(officer)).containsExactly("psikolog");
        assertThat(identities.districtsOf(officer)).containsExactly("manado");
        assertThat(location(his.get("/akun"))).isEqualTo("/login?habis");

        his.signIn(officer, Household.PASSWORD);
        visitor.submit(page, page + "/keluar");
        assertThat(location(his.get("/akun"))).isEqualTo("/login?habis");

        his.signIn(officer, Household.PASSWORD);
        visitor.submit(page, page + "/nonaktif");
        assertThat(location(his.get("/akun"))).isEqualTo("/login?habis");
        assertThat(location(his.signIn(officer, Household.PASSWORD))).isEqualTo("/login?salah");
        visitor.submit(page, page + "/aktif");
        assertThat(location(Visitor.on(port).signIn(officer, Household.PASSWORD)))
                .contains("tasklist");
    }

    @Test
    void resetASecondFactorOnRecord() {
        String auditor = household.someone("auditor");
        String key = Totp.newKey();
        secondFactors.confirm(auditor, key, Totp.code(key, step()));
        String page = "/kelola/orang/" + auditor;
        assertThat(visitor.get(page).body()).contains("Kode masuk");
        visitor.submit(page, page + "/faktor-kedua");
        assertThat(secondFactors.isOn(auditor)).isFalse();
        assertThat(events.of(auditor)).contains(new AccessEvent.SecondFactorReset(auditor, admin));
        assertThat(location(Visitor.on(port).signIn(auditor, Household.PASSWORD)))
                .isEqualTo("/masuk/pasang");
    }

    @Test
    void neverChangeThemselves() {
        String page = "/kelola/orang/" + admin;
        for (String action : new String[] {"/peran", "/nonaktif", "/faktor-kedua", "/tautan"}) {
            assertThat(visitor.submit(page, page + action, "peran", "peksos", "daerah", "manado")
                            .statusCode())
                    .as(action)
                    .isEqualTo(400);
        }
        assertThat(identities.groupsOf(admin)).containsExactly(Identities.ADMINISTRATORS);
        assertThat(secondFactors.isOn(admin)).isTrue();
    }

    @Test
    void findPeopleByName() {
        String officer = household.someone("peksos");
        assertThat(visitor.get("/kelola/orang?cari=" + officer).body())
                .contains("/kelola/orang/" + officer + "\"")
                .doesNotContain("/kelola/orang/" + admin + "\"");
        assertThat(visitor.get("/kelola/orang?cari=tidak-ada-siapa").body()).contains("Tidak ada yang cocok");
        assertThat(visitor.get("/kelola/orang/tidak-ada").statusCode()).isEqualTo(404);
    }

    @Test
    void areTheOnlyOnesWhoMay() {
        String officer = household.someone("kepala-dinas");
        var his = Visitor.on(port);
        his.signIn(officer, Household.PASSWORD);
        assertThat(his.get("/kelola/orang").statusCode()).isEqualTo(403);
        assertThat(his.submit("/akun", "/kelola/orang/" + admin + "/nonaktif").statusCode())
                .isEqualTo(403);
    }

    private int add(String id, String group, String district) {
        return visitor.submit(
                        "/kelola/orang/baru",
                        "/kelola/orang",
                        "id",
                        id,
                        "nama",
                        "Sari Dewi",
                        "peran",
                        group,
                        "daerah",
                        district)
                .statusCode();
    }

    /** Path and query of the link shown after adding. */
    private String linkFor(String id) {
        assertThat(add(id, "peksos", "manado")).isEqualTo(302);
        String page = visitor.get("/kelola/orang/" + id).body();
        assertThat(page).contains("/masuk/sandi?kode=");
        return page.replaceAll("(?s).*(/masuk/sandi\\?kode=[A-Z2-7]+).*", "$1");
    }

    private static java.net.http.HttpResponse<String> set(Visitor visitor, String link, String password) {
        return visitor.submit(link, "/masuk/sandi", "kode", link.replaceAll(".*=", ""), "baru", password);
    }

    private long step() {
        return clock.instant().getEpochSecond() / Totp.STEP;
    }
}
