package id.tuntas.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.tuntas.TuntasTest;
import id.tuntas.testing.Browser;
import id.tuntas.testing.ExportedFiles;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A manager takes lists and tables away in a real browser. */
@TuntasTest
class ExportBrowserIT {

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
    void lateSteps() {
        rows = new ClockRows(db, clock.instant());
        for (int i = 0; i < 60; i++) {
            rows.late("MABAR-2026-95" + (10 + i), "saring-risiko", "kemenag", null, null, Duration.ofMinutes(50 + i));
        }
    }

    @AfterEach
    void away() {
        rows.remove();
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({"CSV, 360", "XLSX, 1280"})
    void aWholeListIsFetchedWithTheKeyboard(String form, int width) throws IOException {
        Page page = browser.signedIn(port, "kepala-dinas", width);
        page.navigate("/pantau/daftar?keadaan=terlambat&lembaga=kemenag&lang=id");
        assertThat(page.getByText("60 baris")).isVisible();

        Download download = page.waitForDownload(
                () -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Unduh sebagai " + form))
                        .press("Enter"));

        assertThat(download.failure()).isNull();
        assertThat(download.suggestedFilename())
                .matches("tuntas-daftar-manggarai-barat-\\d{4}-\\d\\d-\\d\\d\\."
                        + form.toLowerCase(java.util.Locale.ROOT));
        byte[] file = download.createReadStream().readAllBytes();
        var lines = form.equals("CSV")
                ? ExportedFiles.csv(file)
                : ExportedFiles.xlsx(file).get("Daftar");
        assertThat(lines).hasSize(61);
        assertThat(lines.get(1).get(0)).isEqualTo("MABAR-2026-9569");
        assertThat(lines.get(60).get(0)).isEqualTo("MABAR-2026-9510");
        assertThat(page).hasTitle(java.util.regex.Pattern.compile("Terlambat"));
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({
        "/pantau, 360",
        "/pantau/daftar?keadaan=terlambat, 360",
        "/pantau/daftar?keadaan=terlambat, 1280",
        "/pantau/kepatuhan, 360",
        "/pantau/peta, 1280",
        "/pantau/mitra?lang=en, 360",
        "/pantau/indikator, 1280"
    })
    void theLinksAreUsableByEverybody(String path, int width) {
        Page page = browser.signedIn(port, "kepala-dinas", width);
        page.navigate(path);
        assertThat(page.locator("#unduh-csv")).isVisible();
        assertThat(page.locator("#unduh-xlsx")).isVisible();
        Browser.assertUsable(page);
        Browser.takePicture(page, "unduh" + path.replaceAll("[^a-z]", "-") + width, false);
    }

    @Test
    void aWrongAddressIsAPageAndNoFile() {
        Page page = browser.signedIn(port, "kepala-dinas", 360);
        page.navigate("/pantau/daftar/unduh?bentuk=pdf&lang=id");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Bentuk unduhan \"pdf\" tidak ada.");
        Browser.assertUsable(page);
    }
}
