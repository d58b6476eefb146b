package id.tuntas.board;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import id.tuntas.TuntasTest;
import id.tuntas.testing.Browser;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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

/**
 * Compliance and heat-map in a real browser. The pictures of the documentation are made by the same test:
 *
 * <pre>mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=ComplianceBrowserIT -Dtuntas.screenshots=docs/images</pre>
 */
@TuntasTest
class ComplianceBrowserIT {

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    private YearOfClocks clocks;

    @BeforeEach
    void aYear() {
        clocks = new YearOfClocks(db, "peramban-");
        clocks.year(400, Instant.now(), new Random(7));
    }

    @AfterEach
    void leave() {
        clocks.remove();
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({
        "/pantau/kepatuhan, 360",
        "/pantau/kepatuhan, 1280",
        "/pantau/kepatuhan?lang=en, 360",
        "/pantau/kepatuhan?jenis=tahap, 1280",
        "/pantau/kepatuhan?lembaga=lpsk, 360",
        "/pantau/peta?lang=en, 360",
        "/pantau/peta?lang=en, 1280"
    })
    void isUsableByEverybody(String path, int width) {
        Page page = managerAt(width);
        page.navigate(path);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        Browser.assertUsable(page);
        page.locator("details.t-how > summary").all().forEach(Locator::click);
        Browser.assertUsable(page);
        if (path.equals("/pantau/kepatuhan")) {
            page.navigate(path);
            Browser.takePicture(page, width == 360 ? "compliance-phone" : "compliance", width == 360);
        }
    }

    @Test
    void theHeatMapIsPaintedWithinItsWeightAndThePolicyOfThePage() {
        Page page = managerAt(1280);
        List<String> complaints = new CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().matches("error|warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        Weight weight = Weight.of(page);
        page.navigate("/pantau/peta");
        Locator stage = page.locator(".djs-shape[data-element-id=LAPORAN]");
        assertThat(stage).isVisible();
        assertThat(page.locator(".t-badge--open").first()).isVisible();
        assertThat(page.locator(".bjs-powered-by")).isVisible();
        Browser.assertUsable(page);
        assertThat(weight.bytes()).isBetween(40 * 1024L, 120 * 1024L);

        page.locator("#bagian button", new Page.LocatorOptions().setHasText("Laporan"))
                .click();
        Locator step = page.locator(".djs-shape[data-element-id=saring-risiko]");
        page.evaluate("document.querySelector('#peta').scrollIntoView()");
        assertThat(step).isInViewport();
        assertThat(step).hasClass(Pattern.compile("heat-[0-3]"));
        assertThat(page.locator(".bjs-powered-by")).isInViewport();
        Browser.assertUsable(page);
        Browser.takePicture(page, "heat-map", false);

        Locator badge = page.locator(".djs-overlays[data-container-id=saring-risiko] .t-badge--open");
        String open = page.locator("#baris-saring-risiko [data-badge=open] span")
                .first()
                .textContent();
        assertThat(badge).hasText(open);
        badge.press("Enter");
        assertThat(page).hasURL(Pattern.compile("/pantau/daftar.*langkah=saring-risiko"));
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .containsText(": " + open + " langkah");
        assertThat(complaints).isEmpty();
    }

    @Test
    void theLibrarysLogoIsNotCovered() {
        Page page = managerAt(1280);
        page.navigate("/pantau/peta");
        assertThat(page.locator(".bjs-powered-by")).isVisible();
        page.locator(".bjs-powered-by").scrollIntoViewIfNeeded();
        assertThat(page.evaluate("() => { const logo = document.querySelector('.bjs-powered-by');"
                        + " const at = logo.getBoundingClientRect();"
                        + " return [[.1, .1], [.9, .1], [.5, .5], [.1, .9], [.9, .9]].every(([x, y]) => logo.contains("
                        + "document.elementFromPoint(at.x + at.width * x, at.y + at.height * y)))"
                        + " && getComputedStyle(logo).opacity === '1'; }"))
                .isEqualTo(true);
    }

    @Test
    void onAPhoneTheTableComesFirstAndTheDiagramWhenAskedFor() {
        Page page = managerAt(360);
        page.navigate("/pantau/peta");
        Locator show = page.getByText("Tampilkan bagan");
        assertThat(show).isVisible();
        assertThat(page.locator("#kanvas")).isHidden();
        assertThat(page.evaluate("document.querySelector('#angka').getBoundingClientRect().top"
                        + " < document.querySelector('#peta').getBoundingClientRect().top"))
                .isEqualTo(true);
        Browser.assertUsable(page);
        Browser.takePicture(page, "heat-map-phone", false);
        show.press("Enter");
        assertThat(page.locator(".djs-shape[data-element-id=LAPORAN]")).isVisible();
        Browser.assertUsable(page);
        page.locator("#peta").scrollIntoViewIfNeeded();
        Browser.takePicture(page, "heat-map-phone-diagram", false);
    }

    @Test
    void withoutJavaScriptTheTableHasItAll() {
        Page page = managerAt(360);
        String path = "http://localhost:" + port + "/pantau/peta";
        page.route("**/*.js", Route::abort);
        page.navigate(path);
        assertThat(page.locator("#baris-saring-risiko")).isVisible();
        assertThat(page.locator("#peta")).isHidden();
    }

    private Page managerAt(int width) {
        Page page = browser.signedIn(port, "kepala-dinas", width);
        assertThat(page).hasURL(Pattern.compile("/pantau"));
        return page;
    }

    /** What comes over the wire of a page, but for the diagram itself. */
    private record Weight(List<Long> sizes, Map<String, Boolean> diagram) {

        static Weight of(Page page) {
            Weight weight = new Weight(new CopyOnWriteArrayList<>(), new ConcurrentHashMap<>());
            CDPSession network = page.context().newCDPSession(page);
            network.send("Network.enable");
            JsonObject off = new JsonObject();
            off.addProperty("cacheDisabled", true);
            network.send("Network.setCacheDisabled", off);
            network.on(
                    "Network.requestWillBeSent",
                    event -> weight.diagram.put(
                            event.get("requestId").getAsString(),
                            event.getAsJsonObject("request")
                                    .get("url")
                                    .getAsString()
                                    .endsWith("/diagram")));
            network.on("Network.loadingFinished", event -> {
                if (!weight.diagram.getOrDefault(event.get("requestId").getAsString(), false)) {
                    weight.sizes.add(event.get("encodedDataLength").getAsLong());
                }
            });
            return weight;
        }

        long bytes() {
            return sizes.stream().mapToLong(Long::longValue).sum();
        }
    }
}
