package id.tuntas.testing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Chromium of the machine, driven by the Node of the machine: nothing is downloaded. A machine without them skips
 * the browser tests; with {@code CI} set they fail, so that nobody believes in tests that never ran.
 *
 * <p>One browser for a test class, {@code @RegisterExtension static final Browser BROWSER = new Browser();}, and new people
 * for each test, who are gone after it.
 */
public final class Browser implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final double PATIENCE = 30_000; // ms

    private final List<BrowserContext> people = new ArrayList<>();
    private Playwright playwright;
    private com.microsoft.playwright.Browser chromium;

    @Override
    public void beforeAll(ExtensionContext context) {
        Path node = installed("node").orElseGet(() -> missing("node"));
        Path chromium =
                installed("chromium", "chromium-browser", "google-chrome").orElseGet(() -> missing("chromium"));
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_NODEJS_PATH", node.toString());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        // a loaded build machine needs longer than the five seconds of the library
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        this.chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        people.forEach(BrowserContext::close);
        people.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (chromium != null) {
            chromium.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }

    /** A new person at a new computer: no cookies, English as browsers come, in the east of Indonesia. */
    public Page person(int port, int width, int height) {
        BrowserContext person = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + port)
                .setViewportSize(width, height)
                .setTimezoneId("Asia/Makassar")
                .setLocale("en-US"));
        people.add(person);
        return person.newPage();
    }

    /** The page on which somebody of the demo lands; whoever needs a code is asked for it there. */
    public Page signedIn(int port, String user, int width) {
        Page page = person(port, width, 800);
        page.navigate("/login");
        signIn(page, user);
        assertThat(page).not().hasURL(Pattern.compile("/login"));
        return page;
    }

    /** Fills in the sign-in page that is shown, in Indonesian or English. */
    public static void signIn(Page page, String user) {
        page.locator("#username").fill(user);
        page.locator("#password").fill("tuntas-demo");
        page.locator("button[type=submit]").click();
    }

    /** A picture for the documentation, if asked for by {@code -Dtuntas.screenshots=docs/images}. */
    public static void takePicture(Page page, String name, boolean whole) {
        pictures()
                .ifPresent(folder -> page.screenshot(new Page.ScreenshotOptions()
                        .setPath(folder.resolve(name + ".png"))
                        .setFullPage(whole)));
    }

    /** Where pictures go; empty if nobody wants any. */
    public static Optional<Path> pictures() {
        return Optional.ofNullable(System.getProperty("tuntas.screenshots")).map(Path::of);
    }

    /** That the page breaks no rule of WCAG 2.2 AA that a machine can check, and fits the width of the screen. */
    public static void assertUsable(Page page) {
        var violations = new AxeBuilder(page).withTags(WCAG_22_AA).analyze().getViolations();
        Assertions.assertThat(violations)
                .extracting(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
                .isEmpty();
        Assertions.assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("nothing sticks out to the right")
                .isTrue();
    }

    private static Optional<Path> installed(String... names) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(names)
                .flatMap(name -> Stream.of(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path missing(String program) {
        String message = "The browser tests need " + program + " on the PATH";
        return System.getenv("CI") == null ? abort(message) : fail(message);
    }
}
