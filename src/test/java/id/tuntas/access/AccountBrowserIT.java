package id.tuntas.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.tuntas.TuntasTest;
import id.tuntas.testing.Browser;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in with a code, one's own account and those of others, in a real browser. */
@TuntasTest
class AccountBrowserIT {

    private static final Path PICTURES = Path.of("target/pictures");

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    SecondFactors secondFactors;

    @Autowired
    MailContacts contacts;

    @Autowired
    Absences absences;

    @Autowired
    Clock clock;

    @ParameterizedTest(name = "at {0} px")
    @ValueSource(ints = {360, 1280})
    void anOfficerSetsUpASignInCodeAndComesInWithIt(int width) {
        String user = width == 360 ? "auditor" : "penyusun-sop";
        Page page = browser.signedIn(port, user, width);
        page.navigate("/akun");
        usable(page, "akun", width);
        page.getByText("Pasang kode masuk").click();
        assertThat(page.getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("Pindai gambar ini")))
                .isVisible();
        String key = page.locator(".t-key").textContent().replaceAll("\\s", "");
        page.getByLabel("Kode 6 angka").fill("000000");
        button(page, "Pasang kode masuk").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Kode salah");
        usable(page, "pasang", width);
        page.getByLabel("Kode 6 angka").fill(code(key, 0));
        button(page, "Pasang kode masuk").click();

        assertThat(page.locator(".t-codes li")).hasCount(10);
        usable(page, "kode-pemulihan", width);
        page.navigate("/akun");
        assertThat(page.getByText("Kode pemulihan tersisa: 10.")).isVisible();
        usable(page, "akun-terpasang", width);
        button(page, "Keluar dari semua perangkat").click();
        assertThat(page).hasURL(Pattern.compile("/login\\?logout$"));

        Browser.signIn(page, user);
        assertThat(page).hasURL(Pattern.compile("/masuk/kode$"));
        page.getByText("Ponsel tidak ada?").click();
        usable(page, "kode", width);
        page.getByLabel("Kode 6 angka").fill(code(key, 1));
        button(page, "Masuk").first().click();
        assertThat(page).hasURL(Pattern.compile("/beranda$"));
        secondFactors.turnOff(user);
    }

    @ParameterizedTest(name = "at {0} px")
    @ValueSource(ints = {360, 1280})
    void anAdministratorAddsSomebodyWhoSetsHisPassword(int width) {
        Page page = browser.signedIn(port, "admin", width);
        page.navigate("/kelola/orang");
        usable(page, "orang", width);
        page.getByText("Tambah orang").click();
        page.getByLabel("Nama", new Page.GetByLabelOptions().setExact(true)).fill("Sari Dewi");
        page.getByLabel("Nama pengguna").fill("sari-" + width);
        page.getByLabel("Pekerja Sosial").check();
        button(page, "Tambah orang").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("daerah");
        usable(page, "orang-baru", width);
        page.getByLabel("Manado").check();
        button(page, "Tambah orang").click();
        page.getByText("Ubah peran dan daerah").click();
        usable(page, "seorang", width);
        String link = page.locator("code.t-key").textContent();
        assertThat(link).contains("/masuk/sandi?kode=");

        Page sari = browser.person(port, width, 800);
        sari.navigate(link);
        usable(sari, "sandi", width);
        sari.getByLabel("Kata sandi baru").fill("kapal besar berlabuh");
        button(sari, "Simpan kata sandi").click();
        assertThat(sari.getByText("Kata sandi sudah disimpan.")).isVisible();

        page.getByLabel("Alamat surel").fill("sari dewi");
        button(page, "Simpan alamat").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Alamat surel tidak benar");
        usable(page, "seorang-surel-salah", width);
        page.getByLabel("Alamat surel").fill("sari@kantor.example");
        button(page, "Simpan alamat").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("sudah disimpan");
        contacts.keepOwn("sari-" + width, "", true, "id");
    }

    @ParameterizedTest(name = "at {0} px")
    @ValueSource(ints = {360, 1280})
    void anOfficerSaysWhereAndHowOftenMailComes(int width) {
        Page page = browser.signedIn(port, "mediator", width);
        page.navigate("/akun");
        page.getByLabel("Alamat surel").fill("sari@kantor");
        button(page, "Simpan surel").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Alamat surel tidak benar");
        usable(page, "akun-surel-salah", width);
        page.getByLabel("Alamat surel").fill("sari@kantor.example");
        page.getByLabel("Kirim ringkasan tugas saya").uncheck();
        page.getByLabel("Bahasa surel").selectOption("en");
        button(page, "Simpan surel").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("sudah disimpan");
        usable(page, "akun-surel", width);
        assertThat(page.getByLabel("Alamat surel")).hasValue("sari@kantor.example");
        assertThat(page.getByLabel("Kirim ringkasan tugas saya")).not().isChecked();
        assertThat(page.getByLabel("Bahasa surel")).hasValue("en");
        contacts.keepOwn("mediator", "", true, "id");
    }

    @ParameterizedTest(name = "at {0} px")
    @ValueSource(ints = {360, 1280})
    void anOfficerSaysWhenHeIsAway(int width) {
        Page page = browser.signedIn(port, "mediator", width);
        page.navigate("/akun");
        page.locator("a[href='/akun/tidak-masuk']").click();
        page.getByLabel("Hari pertama").fill("2099-01-02");
        page.getByLabel("Hari terakhir").fill("2099-01-01");
        button(page, "Simpan").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("lebih awal");
        usable(page, "tidak-masuk-salah", width);
        String today = LocalDate.now(ZoneId.of("Asia/Makassar")).toString();
        page.getByLabel("Hari pertama").fill(today);
        page.getByLabel("Hari terakhir").fill(today);
        button(page, "Simpan").click();
        assertThat(page).hasURL(Pattern.compile("/akun$"));
        assertThat(page.locator("main")).containsText(Pattern.compile("Tidak masuk \\d"));
        usable(page, "akun-tidak-masuk", width);
        absences.forget("mediator", "mediator");
    }

    @Test
    void theAccountPagesSpeakEnglishToo() {
        Page page = browser.signedIn(port, "penyusun-sop", 1280);
        for (String path : new String[] {"/akun?lang=en", "/akun/pasang?lang=en", "/akun/tidak-masuk?lang=en"}) {
            page.navigate(path);
            assertThat(page.locator("main")).not().containsText("??");
            Browser.assertUsable(page);
        }
    }

    private void usable(Page page, String name, int width) {
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + width + ".png")));
        Browser.assertUsable(page);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private String code(String key, int stepsAhead) {
        return Totp.code(key, clock.instant().getEpochSecond() / Totp.STEP + stepsAhead);
    }
}
