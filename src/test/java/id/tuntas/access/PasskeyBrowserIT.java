package id.tuntas.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import id.tuntas.TuntasTest;
import id.tuntas.testing.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passkeys in a real browser, with the authenticator that Chromium brings for tests. */
@TuntasTest
class PasskeyBrowserIT {

    private static final Path PICTURES = Path.of("target/pictures");
    private static final String OFFICER = "dinas-pendidikan";
    private static final String SIGN_IN = "Masuk dengan kunci sandi";
    private static final int BUDGET = 150 * 1024; // bytes of an own page with all it loads

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private CDPSession devices;
    private String device;

    @AfterEach
    void forget() {
        accounts.enable(OFFICER);
        jdbc.sql("delete from passkey where user_id = ?").param(OFFICER).update();
    }

    @ParameterizedTest(name = "at {0} px")
    @ValueSource(ints = {360, 1280})
    void anOfficerMakesOneComesInWithoutAPasswordAndRemovesIt(int width) {
        Page page = browser.signedIn(port, OFFICER, width);
        giveDevice(page);
        page.navigate("/akun");
        usable(page, "kunci-akun", width);
        page.getByText("Tambah kunci sandi").click();
        page.getByLabel("Nama kunci").fill("ponsel saya");
        page.getByLabel("Kata sandi sekarang").fill("salah semua ini");
        button(page, "Lanjut").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Kata sandi sekarang salah");
        usable(page, "kunci-tambah", width);
        addFrom(page, "ponsel saya", width);
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Kunci sandi sudah ditambahkan");
        assertThat(page.locator(".t-passkeys")).containsText("Belum pernah dipakai");
        usable(page, "kunci-akun-ada", width);

        signOut(page);
        assertThat(button(page, SIGN_IN)).isVisible();
        usable(page, "kunci-masuk", width);
        String stranger = session(page);
        button(page, SIGN_IN).click();
        assertThat(page).hasURL(Pattern.compile("/camunda/app/tasklist/"));
        assertThat(session(page)).isNotEqualTo(stranger);
        assertThat(onRecord("SIGNED_IN", OFFICER + " passkey")).isPositive();

        page.navigate("/akun");
        assertThat(page.locator(".t-passkeys")).containsText("Terakhir dipakai");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Hapus ponsel saya"))
                .click();
        usable(page, "kunci-hapus", width);
        page.getByLabel("Kata sandi sekarang").fill(DemoPeople.PASSWORD);
        button(page, "Hapus kunci sandi").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Kunci sandi sudah dihapus");
        signOut(page);
        button(page, SIGN_IN).click();
        assertThat(page).hasURL(Pattern.compile("/login\\?kuncisalah$"));
        usable(page, "kunci-salah", width);
        assertThat(onRecord("PASSKEY_ADDED", OFFICER)).isPositive();
        assertThat(onRecord("PASSKEY_REMOVED", OFFICER)).isPositive();
    }

    @Test
    void aDeviceThatDoesNotVerifyWhoHoldsItOpensNothing() {
        Page page = withAPasskey();
        JsonObject unverified = ofDevice();
        unverified.addProperty("isUserVerified", false);
        assertThat(page.getByText("tidak jadi dipakai")).isHidden();
        devices.send("WebAuthn.setUserVerified", unverified);
        button(page, SIGN_IN).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("tidak jadi dipakai");
        assertThat(page).hasURL(Pattern.compile("/login"));
        usable(page, "kunci-batal", 1280);
    }

    @Test
    void aDisabledOfficerIsRefused() {
        Page page = withAPasskey();
        accounts.disable(OFFICER);
        button(page, SIGN_IN).click();
        assertThat(page).hasURL(Pattern.compile("/login\\?kuncisalah$"));
    }

    @Test
    void aDeviceThatHasNoneSaysSoAndThePasswordStillWorks() {
        Page page = browser.person(port, 1280, 800);
        giveDevice(page);
        page.navigate("/login");
        button(page, SIGN_IN).click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("tidak jadi dipakai");
        Browser.signIn(page, OFFICER);
        assertThat(page).not().hasURL(Pattern.compile("/login"));
    }

    @Test
    void nothingIsOfferedWhereTheBrowserCannotOrTheAddressIsAnother() {
        Page old = browser.person(port, 1280, 800);
        old.addInitScript("delete window.PublicKeyCredential");
        old.navigate("/login");
        assertThat(button(old, SIGN_IN)).isHidden();
        Page elsewhere = browser.person(port, 1280, 800);
        elsewhere.navigate("http://127.0.0.1:" + port + "/login");
        assertThat(button(elsewhere, SIGN_IN)).isHidden();
        Browser.signIn(elsewhere, OFFICER);
        elsewhere.navigate("http://127.0.0.1:" + port + "/akun/kunci-sandi");
        elsewhere.getByLabel("Nama kunci").fill("laptop");
        elsewhere.getByLabel("Kata sandi sekarang").fill(DemoPeople.PASSWORD);
        button(elsewhere, "Lanjut").click();
        assertThat(elsewhere.getByText("buka Tuntas di localhost")).isVisible();
        assertThat(button(elsewhere, "Buat kunci sandi")).isHidden();
        usable(elsewhere, "kunci-tidak-bisa", 1280);
    }

    @Test
    void thePagesSpeakEnglishTooAndAreLight() {
        Page page = withAPasskey();
        button(page, SIGN_IN).click();
        assertThat(page).hasURL(Pattern.compile("/camunda/app/tasklist/"));
        String id = jdbc.sql("select id from passkey where user_id = ?")
                .param(OFFICER)
                .query(String.class)
                .single();
        for (String path : List.of("/akun", "/akun/kunci-sandi", "/akun/kunci-sandi/" + id + "/hapus")) {
            page.navigate(path + "?lang=en");
            assertThat(page.locator("main")).not().containsText("??");
            assertThat(page.locator("main")).containsText("asskey");
            Browser.assertUsable(page);
            assertThat(weightOf(page)).isLessThan(BUDGET);
        }
        signOut(page, "Sign out");
        assertThat(button(page, "Sign in with a passkey")).isVisible();
        assertThat(weightOf(page)).isLessThan(BUDGET);
    }

    /** On the sign-in page, with a key of the officer in the device. */
    private Page withAPasskey() {
        Page page = browser.signedIn(port, OFFICER, 1280);
        giveDevice(page);
        page.navigate("/akun/kunci-sandi");
        addFrom(page, "laptop kantor", 1280);
        signOut(page);
        return page;
    }

    private void addFrom(Page page, String name, int width) {
        page.getByLabel("Nama kunci").fill(name);
        page.getByLabel("Kata sandi sekarang").fill(DemoPeople.PASSWORD);
        button(page, "Lanjut").click();
        assertThat(button(page, "Buat kunci sandi")).isVisible();
        assertThat(page.getByText("tidak jadi dibuat")).isHidden();
        assertThat(page.getByText("tidak dapat membuat")).isHidden();
        usable(page, "kunci-buat", width);
        button(page, "Buat kunci sandi").click();
        assertThat(page).hasURL(Pattern.compile("/akun\\?kunci$"));
    }

    private void giveDevice(Page page) {
        devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject wish = new JsonObject();
        wish.add("options", options);
        device = devices.send("WebAuthn.addVirtualAuthenticator", wish)
                .get("authenticatorId")
                .getAsString();
    }

    private JsonObject ofDevice() {
        JsonObject which = new JsonObject();
        which.addProperty("authenticatorId", device);
        return which;
    }

    private static void signOut(Page page) {
        signOut(page, "Keluar");
    }

    private static void signOut(Page page, String word) {
        button(page, word).click();
        assertThat(page).hasURL(Pattern.compile("/login\\?logout$"));
    }

    private static String session(Page page) {
        return page.context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .map((Cookie cookie) -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    /** Everything the page took over the wire, itself included. */
    private static double weightOf(Page page) {
        return ((Number) page.evaluate("performance.getEntriesByType('resource')"
                        + ".concat(performance.getEntriesByType('navigation'))"
                        + ".reduce((sum, entry) => sum + entry.encodedBodySize, 0)"))
                .doubleValue();
    }

    private int onRecord(String kind, String reason) {
        return jdbc.sql("select count(*) from audit_entry where kind = ? and reason = ?")
                .params(kind, reason)
                .query(Integer.class)
                .single();
    }

    private static void usable(Page page, String name, int width) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + width + ".png")));
        Browser.assertUsable(page);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
