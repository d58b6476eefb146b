package id.tuntas.audit;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import id.tuntas.TuntasTest;
import id.tuntas.testing.Browser;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an auditor does in a real browser. */
@TuntasTest
class AuditBrowserIT {

    private static final String NUMBER = "MABAR-2026-8001";
    private static final String ANSWER = "/kelola/audit/kasus?kunci=" + NUMBER;

    @RegisterExtension
    static final Browser browser = new Browser();

    @LocalServerPort
    int port;

    @Autowired
    AuditLog log;

    @BeforeEach
    void somebodyLooked() {
        for (int row = 0; row < 60; row++) {
            log.recordNow(AuditEntry.of("STEP_COMPLETED")
                    .inCase(NUMBER, null)
                    .atStep("asesmen-biopsikososial")
                    .about(List.of("namaKorban", "alamatSementaraYangSangatPanjangNamanya", "umur")));
        }
    }

    @Test
    void anAuditorAsksWithTheKeyboardAndGoesBackPageByPage() {
        Page page = auditorAt(1280);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Buka catatan audit"))
                .press("Enter");
        page.getByLabel("Nomor kasus").fill(NUMBER.toLowerCase(Locale.ROOT));
        page.keyboard().press("Enter");

        assertThat(page.getByRole(AriaRole.LISTITEM)).hasCount(50);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lebih lama"))
                .press("Enter");
        assertThat(page).hasURL(Pattern.compile("kunci=" + NUMBER + ".*sebelum=\\d+"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kembali ke yang terbaru"))
                .press("Enter");
        assertThat(page.getByRole(AriaRole.LISTITEM)).hasCount(50);
    }

    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({
        "/kelola/audit/kasus, 360",
        ANSWER + ", 360",
        ANSWER + ", 1280",
        ANSWER + "&lang=en, 1280",
        "/kelola/audit/pengguna?kunci=sistem, 360",
        "/kelola/audit/pengguna?kunci=siapa&lang=en, 360",
        "/kelola/audit/kasus?kunci=salah&dari=kapan, 360",
        "/kelola/akses, 360",
        "/kelola/akses, 1280",
        "/kelola/akses?lang=en, 360"
    })
    void theAuditIsUsableByEverybody(String path, int width) {
        Page page = auditorAt(width);
        page.navigate(path);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .isVisible();
        Browser.assertUsable(page);
    }

    private Page auditorAt(int width) {
        Page page = browser.signedIn(port, "auditor", width);
        assertThat(page).hasURL(Pattern.compile("/beranda$"));
        return page;
    }
}
