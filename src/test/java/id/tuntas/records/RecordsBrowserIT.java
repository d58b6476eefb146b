package id.tuntas.records;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.tuntas.TuntasTest;
import id.tuntas.shared.CaseNumber;
import id.tuntas.testing.Browser;
import id.tuntas.vault.CaseKeys;
import id.tuntas.vault.ErasureRequests;
import id.tuntas.vault.LegalHolds;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What keepers of records do in a real browser. */
@TuntasTest
class RecordsBrowserIT {

    private static final String PATH = "/kelola/penghapusan";

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    CaseKeys keys;

    @Autowired
    LegalHolds holds;

    @Autowired
    ErasureRequests requests;

    private OldCases cases;

    @BeforeEach
    void theRoom() {
        cases = new OldCases(db, keys);
    }

    @Test
    void twoPeopleEraseACaseWithTheKeyboard() {
        CaseNumber number = cases.due();
        Page keeper = at("petugas-data", 1280, "/akun");
        press(keeper, "Penghapusan data kasus");
        keeper.getByLabel("Nomor kasus").fill(number.value());
        keeper.keyboard().press("Enter");
        button(keeper, "Usulkan penghapusan").press("Enter");
        keeper.getByLabel("Alasan").fill("Masa simpan habis");
        keeper.getByLabel("Kata sandi sekarang").fill("tuntas-demo");
        keeper.keyboard().press("Enter");
        assertThat(keeper.getByText("Usulan dicatat.")).isVisible();

        Page head = at("kepala-uptd", 1280, "/pantau");
        press(head, "Penghapusan data kasus");
        head.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(number.value()))
                .first()
                .press("Enter");
        button(head, "Periksa dan hapus").press("Enter");
        Browser.takePicture(head, "erase", true);
        head.getByLabel("Ketik nomor kasus ini").fill(number.value());
        head.getByLabel("Kata sandi sekarang").fill("tuntas-demo");
        head.keyboard().press("Enter");
        assertThat(head.getByText("Data kasus dihapus.")).isVisible();
        assertThat(head.getByText("Salinan cadangan lama masih dapat dibaca")).isVisible();
        Browser.assertUsable(head);
    }

    @ParameterizedTest(name = "{0} px")
    @ValueSource(ints = {360, 1280})
    void everyPageIsUsableByEverybody(int width) {
        CaseNumber erased = cases.due();
        requests.ask(erased, "Masa simpan habis", "petugas-data");
        requests.confirm(erased, "kepala-dinas");
        CaseNumber held = cases.due();
        holds.place(held, "Gugatan perdata " + "yang-alasannya-sangat-panjang".repeat(8), "kepala-uptd");
        CaseNumber asked = cases.due();
        requests.ask(asked, "Masa simpan habis", "petugas-data");
        Page page = at("kepala-uptd", width, PATH);
        look(page, "list", width);
        page.navigate(PATH + "?nomor=apa");
        look(page, "wrong", width);
        for (String one :
                new String[] {"/" + erased, "/" + held, "/" + asked, "/" + asked + "/hapus", "/" + held + "/lepas"}) {
            page.navigate(PATH + one);
            look(page, one.replaceAll("/[^/]*-(\\d+)(/|$)", "$1"), width);
        }
        page.navigate(PATH + "/" + asked + "/tolak?lang=en");
        button(page, "Decline or withdraw the proposal").click();
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Write the reason");
        look(page, "english", width);
        page.navigate("/pantau?lang=id");
        look(page, "board", width);
    }

    private static void look(Page page, String name, int width) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        Browser.assertUsable(page);
        Browser.takePicture(page, "records-" + name + "-" + width, true);
    }

    private Page at(String user, int width, String path) {
        Page page = browser.signedIn(port, user, width);
        page.navigate(path + "?lang=id");
        assertThat(page).hasURL(Pattern.compile(path));
        return page;
    }

    private static void press(Page page, String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).press("Enter");
    }

    /** Links that look like buttons are announced as such. */
    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
