package id.tuntas.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import id.tuntas.TuntasTest;
import id.tuntas.testing.Browser;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Indicators and scorecard of a few played cases in a real browser. */
@TuntasTest
class ReportsBrowserIT {

    private static final int MOST_BYTES = 150 * 1024;

    @RegisterExtension
    static final Browser browser = new Browser();

    private static boolean played;

    @LocalServerPort
    int port;

    @Autowired
    ProcessEngine engine;

    /** Once: the database outlives the test. */
    @BeforeEach
    void sevenCases() {
        for (int day = 1; day <= 7 && !played; day++) {
            ClockUtil.setCurrentTime(Date.from(Instant.parse("2025-09-0" + day + "T02:00:00Z")));
            Persona victim = day == 1 ? Personas.wifeBeatenAtHome() : Persona.quiet();
            new CaseDriver(engine, victim).begin().complete("terima-laporan").complete("saring-risiko");
        }
        played = true;
        ClockUtil.reset();
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({
        "/pantau/indikator?periode=2025-T3, 360",
        "/pantau/indikator?periode=2025-T3, 1280",
        "/pantau/indikator?periode=2025-T3&lang=en, 360",
        "/pantau/indikator?periode=2019, 1280",
        "/pantau/indikator?dari=2026-12-31&sampai=2026-01-01, 360",
        "/pantau/mitra?periode=2025-T3, 360",
        "/pantau/mitra?periode=2025-T3, 1280",
        "/pantau/mitra?periode=2025-T3&lang=en, 360",
        "/pantau/mitra?periode=2019, 1280",
        "/pantau/mitra?daerah=tidak-ada, 360"
    })
    void areUsableByEverybody(String path, int width) {
        Page page = managerAt(width);
        page.navigate(path);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        if (path.contains("2025-T3")) {
            assertThat(page.getByRole(AriaRole.TABLE).first()).isVisible();
        }
        Browser.assertUsable(page);
    }

    @Test
    void aFigureOfTheScorecardOpensAListAsLong() {
        Page page = managerAt(1280);
        page.navigate("/pantau/mitra?periode=2025-T3");
        var figure = page.locator("tbody a").first();
        String count = figure.textContent().strip();
        figure.press("Enter");
        assertThat(page).hasURL(Pattern.compile("/pantau/daftar\\?.*layanan="));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(": " + count + " langkah");
    }

    @ParameterizedTest
    @CsvSource({"/pantau/indikator?periode=2025-T3", "/pantau/mitra?periode=2025-T3"})
    void areLight(String path) {
        Page page = managerAt(360);
        CDPSession session = page.context().newCDPSession(page);
        AtomicLong bytes = new AtomicLong();
        session.on("Network.loadingFinished", event -> bytes.addAndGet(encoded(event)));
        session.send("Network.enable");
        page.navigate(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
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
        Page page = browser.signedIn(port, "kepala-dinas", width);
        assertThat(page).hasURL(Pattern.compile("/pantau$"));
        return page;
    }
}
