package id.tuntas.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.access.UnsafeStartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class MailChecksTest {

    private static final String SMTP = "spring.mail.properties.mail.smtp.";
    private static final MailSettings GOOD = new MailSettings("https://tuntas.contoh.go.id", "tuntas@contoh.go.id");

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "::1"})
    void aServerOnTheSameMachineNeedsNoTls(String host) {
        assertThat(new MailChecks(server(host), GOOD).problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.mail.ssl.enabled, true",
        "spring.mail.ssl.bundle, surel",
        "spring.mail.properties.mail.smtp.starttls.required, true"
    })
    void aServerOnTheNetworkWithTlsIsFine(String property, String value) {
        assertThat(new MailChecks(server("smtp.contoh.go.id").withProperty(property, value), GOOD).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "spring.mail.port, 587, starttls.required",
        "spring.mail.properties.mail.smtp.starttls.enable, true, starttls.required",
        "spring.mail.protocol, smtps, spring.mail.protocol"
    })
    void aServerOnTheNetworkWithoutTlsIsRefused(String property, String value, String named) {
        var checks = new MailChecks(server("smtp.contoh.go.id").withProperty(property, value), GOOD);
        assertThat(checks.problems()).anyMatch(problem -> problem.contains(named));
        assertThatThrownBy(checks::afterSingletonsInstantiated).isInstanceOf(UnsafeStartException.class);
    }

    @ParameterizedTest
    @CsvSource({"ssl.trust, *", "ssl.checkserveridentity, false"})
    void aCertificateNobodyLooksAtIsNone(String property, String value) {
        var environment = server("smtp.contoh.go.id")
                .withProperty("spring.mail.ssl.enabled", "true")
                .withProperty(SMTP + property, value);
        assertThat(new MailChecks(environment, GOOD).problems())
                .singleElement()
                .asString()
                .contains("Sertifikat");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tuntas.contoh.go.id",
                "ftp://tuntas",
                "https://",
                "https://a b",
                "https://x?y=1",
                "https://u:p@x"
            })
    void linksNeedTheAddressOfThisServer(String baseUrl) {
        assertThat(new MailChecks(server("localhost"), new MailSettings(baseUrl, "tuntas@contoh.go.id")).problems())
                .singleElement()
                .asString()
                .contains("tuntas.base-url");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tuntas", "Tuntas <tuntas@contoh.go.id>", "a@b\r\nBcc: c@d", "a@b, c@d"})
    void mailNeedsOneSender(String from) {
        assertThat(new MailChecks(server("localhost"), new MailSettings("https://x", from)).problems())
                .singleElement()
                .asString()
                .contains("tuntas.mail.from");
    }

    @Test
    void anEmptyHostIsNoServer() {
        assertThat(new MailChecks(server(" "), GOOD).problems())
                .singleElement()
                .asString()
                .startsWith("spring.mail.host kosong");
    }

    private static MockEnvironment server(String host) {
        return new MockEnvironment().withProperty("spring.mail.host", host);
    }
}
