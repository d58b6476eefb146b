package id.tuntas.tasklist;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.tuntas.testing.Browser;
import java.util.regex.Pattern;

/** Tasklist as an officer uses it: everything is found by what he reads. */
final class TasklistPage {

    private final Page page;

    TasklistPage(Page page) {
        this.page = page;
    }

    static TasklistPage signedIn(Page page, String user) {
        page.navigate("/login");
        Browser.signIn(page, user);
        assertThat(list(page, "Tugas saya")).isVisible();
        return new TasklistPage(page);
    }

    /** Opens the start form of a procedure. */
    void begin(String procedure) {
        page.locator(".start-process-action a").first().click();
        page.locator(".modal-dialog .processes a").filter(named(procedure)).click();
        assertThat(page.locator(".modal-dialog .fjs-form-field").first()).isVisible();
    }

    /** Sends the start form. */
    void start() {
        page.locator(".modal-footer .btn-primary").click();
        assertThat(page.locator(".modal-dialog")).hasCount(0);
    }

    void open(String list) {
        list(page, list).click();
    }

    Locator tasks() {
        return page.locator(".tasks-list li.task");
    }

    /** Opens the last step of that name in the list, which is the one with the latest due date. */
    void choose(String step) {
        tasks().filter(named(step)).last().click();
        assertThat(page.locator(".task-details h2.task")).hasText(step);
    }

    /** The due date and the reminder of the open step, with the words in front of them. */
    Locator dueDate() {
        return page.locator(".task-details .due-date");
    }

    Locator reminder() {
        return page.locator(".task-details .followup-date");
    }

    /** Whatever Tasklist offers to set these dates with. */
    Locator waysToSetDates() {
        return page.locator(".task-details .times a:visible, .task-details .times .datepicker");
    }

    void claim() {
        page.locator(".task-details .claim").click();
        assertThat(page.locator(".task-details .claim")).hasCount(0);
    }

    void complete() {
        Locator complete = page.locator(".form-actions .btn-primary");
        assertThat(complete).isEnabled();
        complete.click();
    }

    /** Tasklist's button that keeps a form in the browser. */
    Locator save() {
        return page.locator(".form-actions button[ng-click^='save']");
    }

    /** Everything this browser keeps for our pages, as one text. */
    String kept() {
        return (String)
                page.evaluate(
                        """
                async () => JSON.stringify({
                  local: { ...localStorage },
                  session: { ...sessionStorage },
                  databases: await indexedDB.databases(),
                  caches: self.caches ? await caches.keys() : [],
                })""");
    }

    void tab(String name) {
        page.locator(".task-details .nav-tabs a").filter(named(name)).click();
    }

    void answer(String question, String answer) {
        field(question)
                .getByLabel(answer, new Locator.GetByLabelOptions().setExact(true))
                .check();
    }

    void select(String question, String answer) {
        field(question).locator(".fjs-input-group").click();
        page.locator(".fjs-dropdownlist-item").filter(named(answer)).first().click();
    }

    void write(String question, String text) {
        field(question).locator("input, textarea").first().fill(text);
    }

    /** Types date and time as a person does, each left with Enter. */
    void writeTime(String question, String date, String time) {
        Locator day = field(question).locator("input").first();
        day.fill(date);
        day.press("Enter");
        Locator clock = field(question).locator("input").last();
        clock.fill(time);
        clock.press("Enter");
    }

    Locator diagram() {
        return page.locator(".diagram-pane");
    }

    void fitDiagram() {
        diagram().getByTitle("Ukuran semula").click();
    }

    Locator openStepInDiagram() {
        return page.locator(".diagram-pane .djs-element.highlight");
    }

    /** Leaves the stage for the whole procedure, by the line above the diagram. */
    void showWholeProcedure() {
        page.locator(".bjs-breadcrumbs .bjs-crumb").first().click();
    }

    void enterStage(String id) {
        page.locator(".djs-overlays[data-container-id='" + id + "'] .bjs-drilldown")
                .click();
    }

    /** Until the sign-in page has come: Tasklist passes through "#/login" on the way to it. */
    void signOut() {
        page.locator(".account.dropdown > a").click();
        page.locator(".account .logout a").click();
        assertThat(page).hasURL(Pattern.compile("^[^#]*/login$"));
        assertThat(page.getByLabel("Nama pengguna")).isVisible();
    }

    private Locator field(String question) {
        return page.locator(".fjs-form-field").filter(named(question)).last();
    }

    private static Locator list(Page page, String name) {
        return page.locator(".column-left .item").filter(named(name)).first();
    }

    private static Locator.FilterOptions named(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
