package id.tuntas.studio;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.tuntas.TuntasTest;
import id.tuntas.testing.Browser;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an author of the SOP does in a real browser. */
@TuntasTest
class StudioBrowserIT {

    private static final String PAGE = "/sop/tenggat";
    private static final String ANSWER = PAGE + "?langkah=periksa-medis-visum&daerah=manggarai-barat&risiko=TINGGI";

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Test
    void anAuthorAsksAndGetsAnAnswerHeCanKeepAsALink() {
        Page page = authorAt(1280);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lihat tenggat langkah"))
                .click();
        page.getByLabel("Daerah").selectOption("manggarai-barat");
        page.getByLabel("Langkah", new Page.GetByLabelOptions().setExact(true)).selectOption("periksa-medis-visum");
        page.getByLabel("Risiko kasus").selectOption("TINGGI");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Lihat tenggat"))
                .click();

        assertThat(page).hasURL(Pattern.compile("langkah=periksa-medis-visum&daerah=manggarai-barat&risiko=TINGGI$"));
        assertThat(page.getByRole(AriaRole.ARTICLE)).hasCount(5);
        assertThat(page.locator("#minggu-darurat")).containsText("Darurat");
        assertThat(page.locator("#jumat-sore")).containsText("Jatuh tempo");
        assertThat(page.getByLabel("Risiko kasus")).hasValue("TINGGI");
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({
        PAGE + ", 360", PAGE + ", 1280",
        ANSWER + ", 360", ANSWER + ", 1280",
        ANSWER + "&lang=en, 360", ANSWER + "&lang=en, 1280",
        PAGE + "?langkah=apa&daerah=manado, 360", PAGE + "?langkah=apa&daerah=manado, 1280"
    })
    void thePreviewIsUsableByEverybody(String path, int width) {
        Page page = authorAt(width);
        page.navigate(path);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        Browser.assertUsable(page);
    }

    @Test
    void thePreviewStaysWithinItsBudgetOnTheWire() {
        Page page = authorAt(1280);
        page.navigate(ANSWER);
        double bytes = ((Number) page.evaluate(
                        "performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))"
                                + ".reduce((sum, one) => sum + one.encodedBodySize, 0)"))
                .doubleValue();
        assertThat(bytes).isBetween(1.0, 150 * 1024.0);
    }

    private Page authorAt(int width) {
        Page page = browser.signedIn(port, "penyusun-sop", width);
        assertThat(page).hasURL(Pattern.compile("/beranda$"));
        return page;
    }
}
