package id.tuntas.board.eventlog;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.tuntas.TuntasTest;
import id.tuntas.testing.Browser;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The monthly report and the event log in a real browser. */
@TuntasTest
class HandedOutBrowserIT {

    private static final int MOST_BYTES = 150 * 1024;
    private static final String MARCH = "dari=2022-03-01&sampai=2022-03-31";

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    private CasesOnPaper paper;

    @BeforeEach
    void sixCases() {
        paper = new CasesOnPaper(db, "manggarai-barat");
        for (int i = 0; i < 6; i++) {
            paper.whole(i, CasesOnPaper.MONDAY.minus(Duration.ofDays(4 * 364 - i))); // March 2022
        }
    }

    @AfterEach
    void away() {
        paper.remove();
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({
        "/pantau/laporan, 360",
        "/pantau/laporan, 1280",
        "/pantau/laporan?bulan=2024-02&lang=en, 360",
        "/pantau/laporan?bulan=besok, 360",
        "/pantau/jejak?dari=2022-03-01&sampai=2022-03-31, 360",
        "/pantau/jejak?dari=2022-03-01&sampai=2022-03-31, 1280",
        "/pantau/jejak?dari=2022-03-01&sampai=2022-03-31&lang=en, 360",
        "/pantau/jejak?dari=2019-01-01&sampai=2019-01-02, 1280",
        "/pantau/jejak/xes?dari=2019-01-01&sampai=2019-01-02, 360",
        "/pantau/jejak?dari=2026-12-31&sampai=2026-01-01, 360"
    })
    void areUsableByEverybodyAndLight(String path, int width) {
        Page page = browser.signedIn(port, "kepala-dinas", width);
        CDPSession session = page.context().newCDPSession(page);
        AtomicLong bytes = new AtomicLong();
        session.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        session.send("Network.enable");
        page.navigate(path);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        Browser.assertUsable(page);
        assertThat(bytes.get()).isPositive().isLessThan(MOST_BYTES);
        if (path.equals("/pantau/laporan")) {
            Browser.takePicture(page, width == 360 ? "report-phone" : "report", true);
        } else if (path.endsWith(MARCH)) {
            Browser.takePicture(page, width == 360 ? "event-log-phone" : "event-log", true);
        }
    }

    @Test
    void aHeadFindsTheReportByItsTabAndTakesItWithTheKeyboard() throws IOException {
        Page page = browser.signedIn(port, "kepala-uptd", 1280);
        page.navigate("/pantau?lang=id");
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Laporan").setExact(true))
                .press("Enter");
        assertThat(page).hasURL(Pattern.compile("/pantau/laporan"));
        Download report = page.waitForDownload(() -> page.getByText("Unduh PDF").press("Enter"));
        assertThat(report.suggestedFilename()).matches("laporan-manggarai-barat-20\\d\\d-\\d\\d\\.pdf");
        try (InputStream pdf = report.createReadStream()) {
            assertThat(pdf.readNBytes(5)).asString().isEqualTo("%PDF-");
        }
    }

    @Test
    void andTheEventLogFromThere() {
        Page page = browser.signedIn(port, "kepala-uptd", 360);
        page.navigate("/pantau/laporan?lang=id");
        page.getByText("Buka jejak peristiwa").press("Enter");
        page.getByLabel("Dari tanggal").fill("2022-03-01");
        page.getByLabel("Sampai tanggal").fill("2022-03-31");
        page.getByLabel("Sampai tanggal").press("Enter");
        Download log = page.waitForDownload(() -> page.locator("#unduh-ocel").press("Enter"));
        assertThat(log.suggestedFilename()).isEqualTo("jejak-manggarai-barat-2022-03-01-2022-03-31.ocel.json");
    }
}
