package id.tuntas.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.tuntas.TuntasTest;
import id.tuntas.testing.Browser;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an officer does in a real browser. The pictures of the documentation are made by the same test:
 *
 * <pre>mvn verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=TasklistBrowserIT -Dtuntas.screenshots=docs/images</pre>
 */
@TuntasTest
class TasklistBrowserIT {

    private static final String OFFICER = "petugas-pengaduan";
    private static final String MY_AGENCY = "Instansi saya";
    private static final String SOON_LATE = "Segera lewat tenggat";

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient db;

    /** Other tests of the same context leave cases behind, and a list shows only fifteen. */
    @BeforeEach
    void clearDesks() {
        List<String> cases = runtime.createProcessInstanceQuery().rootProcessInstances().list().stream()
                .map(ProcessInstance::getId)
                .toList();
        cases.forEach(id -> runtime.deleteProcessInstance(id, "browser test"));
    }

    @Test
    void anOfficerTakesAReportAndFindsHisStepInTheProcedure() {
        Page page = browser.person(port, 1280, 860);
        page.navigate("/login");
        Browser.takePicture(page, "login", false);
        TasklistPage tasklist = TasklistPage.signedIn(page, OFFICER);
        report(tasklist);

        tasklist.open(MY_AGENCY);
        assertThat(tasklist.tasks()).hasCount(1);
        assertThat(tasklist.tasks().first()).containsText("MABAR-");
        tasklist.choose("Terima laporan");
        tasklist.claim();
        tasklist.open("Tugas saya");
        tasklist.choose("Terima laporan");
        assertThat(page.getByText("Nama korban").first()).isVisible();
        Browser.takePicture(page, "tasklist", false);
        acceptReport(tasklist);
        tasklist.complete();

        tasklist.open(MY_AGENCY);
        tasklist.choose("Saring risiko");
        tasklist.claim();
        tasklist.tab("Bagan alur");
        assertThat(tasklist.openStepInDiagram()).isInViewport();
        Browser.takePicture(page, "diagram", false);
        tasklist.showWholeProcedure();
        assertThat(tasklist.openStepInDiagram()).not().isVisible();
        takePictureOfProcedure(page, tasklist);
        tasklist.enterStage("LAPORAN");
        assertThat(tasklist.openStepInDiagram()).isVisible();

        tasklist.tab("Formulir");
        screenRisk(tasklist);
        tasklist.complete();
        assertThat(tasklist.tasks()).hasCount(0);
        tasklist.signOut();

        TasklistPage companion = TasklistPage.signedIn(page, "pendamping-ppa");
        companion.open(MY_AGENCY);
        assertThat(companion.tasks()).hasCount(1);
        assertThat(companion.tasks().first()).containsText("Minta persetujuan");
        assertThat(companion.tasks().first()).containsText("SEDANG");
    }

    @Test
    void aStepBetweenReminderAndDeadlineHasAListOfItsOwn() {
        TasklistPage tasklist = TasklistPage.signedIn(browser.person(port, 1280, 860), OFFICER);
        report(tasklist);
        clocks(Duration.ofHours(2), Duration.ofHours(1));
        tasklist.open(SOON_LATE);
        assertThat(tasklist.tasks()).hasCount(0);

        clocks(Duration.ofHours(2), Duration.ofHours(-1));
        tasklist.open(MY_AGENCY);
        tasklist.open(SOON_LATE);
        assertThat(tasklist.tasks()).hasCount(1);
        assertThat(tasklist.tasks().first()).containsText("Tenggat 2 jam lagi Pengingat 1 jam lalu");

        clocks(Duration.ofMinutes(-1), Duration.ofHours(-1));
        tasklist.open(MY_AGENCY);
        tasklist.open(SOON_LATE);
        assertThat(tasklist.tasks()).hasCount(0);
    }

    @Test
    void theClockOfAStepIsReadAndNotSet() {
        Page page = browser.person(port, 1280, 860);
        TasklistPage tasklist = TasklistPage.signedIn(page, OFFICER);
        report(tasklist);
        clocks(Duration.ofHours(2), Duration.ofHours(-1));
        tasklist.open(SOON_LATE);
        for (int width : new int[] {1280, 360}) {
            page.setViewportSize(width, 860);
            tasklist.choose("Terima laporan");
            for (Locator date : List.of(tasklist.dueDate(), tasklist.reminder())) {
                assertThat(date).isVisible();
                assertThat(date).not().hasAttribute("tabindex", "0");
                date.click();
                date.press("Enter");
                assertThat(date.locator(".view-value")).isVisible();
            }
            assertThat(tasklist.waysToSetDates()).hasCount(0);
            assertThat(tasklist.dueDate().locator(".glyphicon")).hasAttribute("uib-tooltip", "Tenggat");
            assertThat(tasklist.reminder().locator(".glyphicon")).hasAttribute("uib-tooltip", "Pengingat");
        }
    }

    /** Tasklist would copy a form into the browser in clear, by its button "save" and by itself when a session ends. */
    @Test
    void whatAnOfficerTypesStaysOutOfTheBrowser() {
        Page page = browser.person(port, 1280, 860);
        TasklistPage tasklist = TasklistPage.signedIn(page, OFFICER);
        report(tasklist);
        tasklist.open(MY_AGENCY);
        tasklist.choose("Terima laporan");
        tasklist.claim();
        tasklist.write("Nama korban", "Melati Penanda");
        assertThat(tasklist.save()).isHidden();
        // as if somebody had brought the button back
        tasklist.save().evaluate("button => { button.disabled = false; button.click(); }");
        assertThat(tasklist.kept()).contains("camunda").doesNotContain("Melati", "Penanda", "pertengkaran");

        page.context().clearCookies();
        tasklist.open("Tugas saya");
        assertThat(page).hasURL(Pattern.compile("/login"));
        assertThat(tasklist.kept()).doesNotContain("Melati", "Penanda", "pertengkaran");
    }

    @Test
    void anOfficerOfAnotherDistrictSeesNothingOfIt() {
        report(TasklistPage.signedIn(browser.person(port, 1280, 860), OFFICER));

        Page page = browser.person(port, 1280, 860);
        TasklistPage elsewhere = TasklistPage.signedIn(page, "manado-" + OFFICER);
        elsewhere.open(MY_AGENCY);
        assertThat(page.locator(".tasks-list")).containsText("Tidak ada tugas");
        assertThat(elsewhere.tasks()).hasCount(0);
    }

    @Test
    void englishOnTheSignInPageIsEnglishInTasklist() {
        Page page = browser.person(port, 1280, 860);
        page.navigate("/login?lang=en");
        Browser.signIn(page, OFFICER);
        assertThat(page.locator(".start-process-action").first()).containsText("Start process");
        page.locator(".tasks-list .dropdown-toggle").first().click();
        assertThat(page.locator(".tasks-list .dropdown-menu").first()).containsText("Reminder");
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({
        "/login, 360", "/login, 1280",
        "/login?lang=en, 360", "/login?lang=en, 1280",
        "/login?salah, 360", "/login?salah, 1280",
        "/login?logout, 360", "/login?salah&lang=en, 1280"
    })
    void theSignInPageIsUsableByEverybody(String path, int width) {
        Page page = browser.person(port, width, 740);
        page.navigate(path);
        Browser.assertUsable(page);
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({
        "/kelola/tidak-ada, 403, 360", "/kelola/tidak-ada, 403, 1280",
        "/kasus/tidak-ada, 404, 360", "/kasus/tidak-ada, 404, 1280"
    })
    void soAreTheErrorPages(String path, int status, int width) {
        Page page = browser.person(port, width, 740);
        TasklistPage.signedIn(page, OFFICER);
        assertThat(page.navigate(path).status()).isEqualTo(status);
        Browser.assertUsable(page);
    }

    /** Moves the two dates of all open steps behind the back of their clocks, from now on. */
    private void clocks(Duration due, Duration reminder) {
        db.sql("update act_ru_task set due_date_ = ?, follow_up_date_ = ?")
                .params(fromNow(due), fromNow(reminder))
                .update();
    }

    private static Timestamp fromNow(Duration duration) {
        return Timestamp.from(Instant.now().plus(duration));
    }

    private static void report(TasklistPage tasklist) {
        tasklist.begin("Penanganan korban");
        tasklist.answer("Apakah korban dalam bahaya saat ini?", "Tidak");
        tasklist.write("Apa yang terjadi?", "Pelapor mendengar pertengkaran berulang di rumah sebelah.");
        tasklist.select("Laporan masuk lewat", "Telepon");
        tasklist.writeTime(
                "Tanggal laporan diterima", LocalDate.now().format(DateTimeFormatter.ofPattern("dd/MM/yyyy")), "07:30");
        tasklist.answer("Siapa yang melapor?", "Korban sendiri");
        tasklist.start();
    }

    private static void acceptReport(TasklistPage tasklist) {
        tasklist.write("Nama korban", "Korban contoh");
        tasklist.write("Usia korban", "31");
        tasklist.answer("Jenis kelamin", "Perempuan");
        tasklist.answer("Dapatkah korban datang", "Ya");
        tasklist.answer("Apakah korban penyandang disabilitas?", "Tidak");
        tasklist.answer("Kapan kejadian terakhir?", "3–30 hari lalu");
        tasklist.answer("Korban tinggal di", "Kabupaten/kota ini");
        tasklist.answer("Kejadian berlangsung di", "Kabupaten/kota ini");
        tasklist.select("Hubungan terlapor dengan korban", "Suami atau istri");
    }

    private static void screenRisk(TasklistPage tasklist) {
        tasklist.select("Jenis kasus", "Kekerasan terhadap perempuan");
        tasklist.answer("Kekerasan psikis", "Kekerasan psikis");
        List.of(
                        "Apakah korban pekerja migran?",
                        "Serangan sedang berlangsung?",
                        "Terlapor membawa atau memakai senjata?",
                        "Korban pernah dicekik terlapor?",
                        "Luka berat atau perdarahan?",
                        "Korban disekap atau tidak bisa keluar?",
                        "Korban mencoba bunuh diri sekarang?",
                        "Ada ancaman pembunuhan?",
                        "Terlapor tahu laporan dan bisa mendekat?",
                        "Kekerasan berulang atau makin berat?",
                        "Korban punya pikiran bunuh diri?",
                        "Korban sedang hamil?",
                        "Perlu pertolongan medis atau visum?",
                        "Perlu rumah aman?",
                        "Perlu pelindungan polisi?",
                        "Korban ingin melapor ke polisi?")
                .forEach(question -> tasklist.answer(question, "Tidak"));
    }

    private static void takePictureOfProcedure(Page page, TasklistPage tasklist) {
        Browser.pictures().ifPresent(folder -> {
            page.setViewportSize(1750, 1000);
            tasklist.fitDiagram();
            tasklist.diagram().screenshot(new Locator.ScreenshotOptions().setPath(folder.resolve("sop.png")));
            page.setViewportSize(1280, 860);
            tasklist.fitDiagram();
        });
    }
}
