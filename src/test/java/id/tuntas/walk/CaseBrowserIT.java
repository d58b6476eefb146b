package id.tuntas.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.tuntas.TuntasTest;
import id.tuntas.testing.Browser;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A manager opens a case and does something about its steps, in a real browser. */
@TuntasTest
class CaseBrowserIT {

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    private CaseDriver driver;

    @BeforeEach
    void aCaseWithARequest() {
        driver = new CaseDriver(engine, Persona.quiet())
                .begin()
                .untilOpen("susun-rencana")
                .asked(
                        "susun-rencana",
                        "perpanjang",
                        Map.of("alasanTenggat", "menunggu-dokumen", "lamaPerpanjangan", "P1D"));
    }

    @AfterEach
    void leave() {
        ClockUtil.reset();
    }

    @ParameterizedTest(name = "at {0} px")
    @ValueSource(ints = {360, 1280})
    void everyPageIsUsableByEverybody(int width) {
        Page page = managerAt("manajer-kasus", width);
        page.navigate("/kasus/" + driver.number());
        assertThat(heading(page)).hasText("Kasus " + driver.number());
        Browser.assertUsable(page);
        page.navigate("/kasus/" + driver.number() + "?lang=en");
        Browser.assertUsable(page);
        page.navigate("/kasus/" + driver.number() + "?lang=id");

        button(page, "Tampilkan data korban, dan catat").click();
        assertThat(page.getByText("Penglihatan ini sudah tercatat")).isVisible();
        Browser.assertUsable(page);

        page.navigate("/pantau/daftar");
        Browser.assertUsable(page);
        for (String act : new String[] {"Ingatkan", "Alihkan", "Putuskan perpanjangan", "Catat telepon"}) {
            page.navigate("/kasus/" + driver.number());
            page.locator(".t-pick input").all().forEach(Locator::check);
            button(page, act).click();
            assertThat(heading(page)).isVisible();
            Browser.assertUsable(page);
        }
        page.locator("input[name=hasil]").first().check();
        button(page, "Kerjakan (2)").click();
        assertThat(page.getByText("Dikerjakan: 2. Tidak: 0.")).isVisible();
        Browser.assertUsable(page);
    }

    @Test
    void aManagerRemindsWithTheKeyboardFromTheListToTheResultAndBack() {
        Page page = managerAt("penyelia-kasus", 1280);
        page.navigate("/pantau/daftar?langkah=susun-rencana&urut=terbaru");
        page.locator(".t-pick input").first().focus();
        page.keyboard().press("Space");
        button(page, "Ingatkan").press("Enter");
        assertThat(heading(page)).hasText("Ingatkan");
        button(page, "Kerjakan (1)").press("Enter");
        assertThat(page).hasURL(Pattern.compile("/pantau/tindakan/hasil"));
        assertThat(page.getByText("Pengingat tercatat.")).isVisible();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Kembali").setExact(true))
                .press("Enter");
        assertThat(page).hasURL(Pattern.compile("/pantau/daftar\\?.*langkah=susun-rencana"));
    }

    @ParameterizedTest(name = "at {0} px")
    @ValueSource(ints = {360, 1280})
    @EnabledIfSystemProperty(named = "tuntas.screenshots", matches = ".+")
    void hasItsPictureTaken(int width) {
        Page page = managerAt("manajer-kasus", width);
        picture(page, "case", "/kasus/" + driver.number());
        picture(page, "list", "/pantau/daftar?keadaan=terbuka");
        for (String act : List.of("Ingatkan", "Alihkan", "Putuskan perpanjangan", "Catat telepon")) {
            page.navigate("/kasus/" + driver.number());
            page.locator(".t-pick input").all().forEach(Locator::check);
            button(page, act).click();
            picture(page, act.toLowerCase(Locale.ROOT), null);
        }
        page.navigate("/kasus/" + driver.number());
        button(page, "Tampilkan data korban, dan catat").click();
        picture(page, "data", null);
    }

    private static void picture(Page page, String name, String address) {
        if (address != null) {
            page.navigate(address);
        }
        Browser.takePicture(page, name.replace(' ', '-') + "-" + page.viewportSize().width, true);
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Page managerAt(String user, int width) {
        Page page = browser.signedIn(port, user, width);
        assertThat(page).hasURL(Pattern.compile("/pantau.*$"));
        return page;
    }
}
