package id.tuntas.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.tuntas.TuntasTest;
import id.tuntas.testing.Browser;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a manager does with the board in a real browser. {@code -Dtuntas.screenshots=docs/images} makes the picture of the
 * documentation anew.
 */
@TuntasTest
class BoardBrowserIT {

    /** Own pages for staff, as they come over the wire. */
    private static final long BUDGET = 150 * 1024;

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private ClockRows rows;

    @BeforeEach
    void aBusyDistrict() {
        rows = new ClockRows(db, clock.instant());
        rows.late("MABAR-2026-9301", "saring-risiko", "uptd-ppa", null, "DARURAT", Duration.ofMinutes(50));
        rows.late("MABAR-2026-9302", "saring-risiko", "uptd-ppa", "petugas-pengaduan", "TINGGI", Duration.ofHours(3));
        rows.late("MABAR-2026-9303", "susun-rencana", "uptd-ppa", "manajer-kasus", "SEDANG", Duration.ofHours(30));
        rows.late(
                "MABAR-2026-9304", "asesmen-biopsikososial", "dinas-sosial", "peksos", "TINGGI", Duration.ofHours(52));
        rows.late("MABAR-2026-9305", "periksa-medis-visum", "rsud", null, null, Duration.ofMinutes(10));
        rows.late("MABAR-2026-9306", "setujui-rencana", "uptd-ppa", "kepala-dinas", "RENDAH", Duration.ofMinutes(-1));
        rows.told("MABAR-2026-9304", "penyelia-kasus", Duration.ofHours(26), Duration.ofHours(-4));
        rows.told("MABAR-2026-9302", "penyelia-kasus", Duration.ofHours(1), null);
    }

    @AfterEach
    void leave() {
        rows.remove();
    }

    @Test
    void aManagerGoesFromAFigureToItsListAndBackAndTheFilterStays() {
        Page page = managerAt(1280);
        page.navigate("/pantau?risiko=TINGGI");
        page.locator("#angka-terlambat").press("Enter");
        assertThat(page).hasURL(Pattern.compile("/pantau/daftar\\?keadaan=terlambat&risiko=TINGGI$"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText("Terlambat:");
        assertThat(page.getByText("MABAR-2026-9304")).isVisible();
        assertThat(page.getByText("MABAR-2026-9301")).hasCount(0);
        page.goBack();
        assertThat(page).hasURL(Pattern.compile("/pantau\\?risiko=TINGGI$"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Risiko: Tinggi"))
                .press("Enter");
        assertThat(page).hasURL(Pattern.compile("/pantau$"));
        assertThat(page.getByText("MABAR-2026-9301")).isVisible();
    }

    @Test
    void theBoardUpdatesItselfAndLeavesWhatIsFoldedAndWhereOneIs() {
        Page page = managerAt(1280);
        Locator group = page.locator("#terlambat-manggarai-barat-rsud");
        group.locator("summary").press("Enter");
        assertThat(group).not().hasAttribute("open", "");
        rows.late("MABAR-2026-9307", "saring-risiko", "uptd-ppa", null, "DARURAT", Duration.ofHours(1));
        group.locator("summary").focus();

        refresh(page);

        assertThat(page.getByText("MABAR-2026-9307")).isVisible();
        assertThat(group).not().hasAttribute("open", "");
        assertThat(group.locator("summary")).isFocused();
    }

    @Test
    void theBoardSaysThatItLostTheConnectionAndThatTheSessionIsOver() {
        Page page = managerAt(360);
        page.route("**/pantau/terkini*", route -> route.abort());
        refresh(page);
        assertThat(page.locator("#pembaruan")).containsText("Sambungan terputus");
        Browser.assertUsable(page);

        page.unroute("**/pantau/terkini*");
        refresh(page);
        assertThat(page.locator("#pembaruan")).isEmpty();

        page.context().clearCookies();
        refresh(page);
        assertThat(page.locator("#pembaruan")).containsText("Sesi Anda sudah berakhir");
        assertThat(page.getByText("MABAR-2026-9301")).isVisible();
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({
        "/pantau, 360",
        "/pantau, 1280",
        "/pantau?lang=en, 360",
        "/pantau?risiko=DARURAT&lembaga=uptd-ppa, 360",
        "/pantau?lembaga=lpsk&sampai=2020-01-01, 1280",
        "/pantau/daftar?keadaan=terlambat, 360",
        "/pantau/daftar?keadaan=terlambat, 1280",
        "/pantau/daftar?keadaan=tersendat&lang=en, 1280",
        "/pantau/daftar?keadaan=melanggar-hukum, 360",
        "/pantau/daftar?halaman=nol, 360"
    })
    void theBoardIsUsableByEverybody(String path, int width) {
        Page page = managerAt(width);
        Assertions.assertThat(page.navigate(path).status()).isIn(200, 400);
        page.locator("details").all().forEach(folded -> folded.evaluate("one => one.open = true"));
        Browser.assertUsable(page);
    }

    @Test
    void theBoardIsLightOnTheWire() {
        Page page = managerAt(1280);
        AtomicLong bytes = new AtomicLong();
        page.onRequestFinished(request -> {
            var sizes = request.sizes();
            bytes.addAndGet(sizes.responseBodySize + sizes.responseHeadersSize);
        });
        page.navigate("/pantau");
        assertThat(page.locator("#angka-terlambat")).isVisible();
        page.waitForLoadState();
        Assertions.assertThat(bytes.get()).isBetween(1L, BUDGET);
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({"board.png, 1280, 1100", "board-phone.png, 360, 1100"})
    @EnabledIfSystemProperty(named = "tuntas.screenshots", matches = ".+")
    void hasItsPictureTaken(String name, int width, int height) {
        Page page = managerAt(width);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("tuntas.screenshots"), name))
                .setClip(0, 0, width, height)
                .setFullPage(true));
    }

    /** As the minute does. */
    private static void refresh(Page page) {
        page.evaluate("document.getElementById('terkini').dispatchEvent(new CustomEvent('pantau:segarkan'))");
    }

    private Page managerAt(int width) {
        Page page = browser.signedIn(port, "kepala-dinas", width);
        assertThat(page).hasURL(Pattern.compile("/pantau$"));
        return page;
    }
}
