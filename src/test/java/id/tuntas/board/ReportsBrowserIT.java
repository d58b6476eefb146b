package id.tuntas.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.tuntas.TuntasTest;
import id.tuntas.testing.Browser;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Indicators and scorecard in a real browser. */
@TuntasTest
class ReportsBrowserIT {

    private static final int MOST_BYTES = 150 * 1024;

    private static Browser browser;

    @LocalServerPort
    int port;

    private BrowserContext person;

    @BeforeAll
    static void launch() {
        browser = Browser.launch();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void leave() {
        if (person != null) {
            person.close();
        }
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({
        "/pantau/indikator?periode=2026, 360",
        "/pantau/indikator?periode=2026, 1280",
        "/pantau/indikator?periode=2025&lang=en, 360",
        "/pantau/indikator?periode=2019, 1280",
        "/pantau/indikator?dari=2026-12-31&sampai=2026-01-01, 360",
        "/pantau/mitra?periode=2026, 360",
        "/pantau/mitra?periode=2026, 1280",
        "/pantau/mitra?periode=2026&lang=en, 360",
        "/pantau/mitra?periode=2019, 1280",
        "/pantau/mitra?daerah=tidak-ada, 360"
    })
    void areUsableByEverybody(String path, int width) {
        Page page = managerAt(width);
        page.navigate(path);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        Browser.assertUsable(page);
    }

    @ParameterizedTest
    @CsvSource({"/pantau/indikator?periode=2026", "/pantau/mitra?periode=2026"})
    void areLight(String path) {
        Page page = managerAt(360);
        CDPSession session = person.newCDPSession(page);
        AtomicLong bytes = new AtomicLong();
        session.on("Network.loadingFinished", event -> bytes.addAndGet(encoded(event)));
        session.send("Network.enable");
        page.navigate(path);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        assertThat(bytes.get()).isPositive().isLessThan(MOST_BYTES);
    }

    @Test
    void aManagerAsksForAPeriodWithTheKeyboardAndIsToldWhatIsWrong() {
        Page page = managerAt(1280);
        page.navigate("/pantau/indikator");
        page.getByLabel("Dari tanggal").fill("2026-06-30");
        page.getByLabel("Sampai tanggal").fill("2026-06-01");
        page.keyboard().press("Enter");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("lebih awal");
        assertThat(page.getByLabel("Dari tanggal")).hasValue("2026-06-30");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Tahun lalu"))
                .press("Enter");
        assertThat(page).hasURL(Pattern.compile("periode=20\\d\\d"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mitra"))
                .press("Enter");
        assertThat(page).hasURL(Pattern.compile("/pantau/mitra"));
    }

    private static long encoded(JsonObject event) {
        return event.get("encodedDataLength").getAsLong();
    }

    private Page managerAt(int width) {
        person = browser.person(port, width, 800);
        Page page = person.newPage();
        page.navigate("/login");
        page.getByLabel("Nama pengguna").fill("kepala-dinas");
        page.getByLabel("Kata sandi", new Page.GetByLabelOptions().setExact(true))
                .fill("tuntas-demo");
        page.locator("button[type=submit]").click();
        assertThat(page).hasURL(Pattern.compile("/pantau$"));
        return page;
    }
}
