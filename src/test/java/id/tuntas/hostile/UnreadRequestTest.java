package id.tuntas.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.TuntasTest;
import id.tuntas.hostile.RawHttp.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What Tomcat refuses by itself, before any page of ours is asked. */
@TuntasTest
class UnreadRequestTest {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/kasus/../../etc/passwd",
                "/../",
                "/kasus/%2e%2e/%2e%2e/etc/passwd",
                "/kasus/MABAR-2026-0001%00",
                "/kasus/%zz",
                "/kasus/%c0%ae",
                "/kasus/a%2fb",
                "/kasus/a\\b",
                "/kasus/<script>",
                "/kasus/|",
                "bukan-alamat"
            })
    void anAddressThatCannotBeIsRefusedInPlainIndonesian(String target) {
        plain(new RawHttp(port, "peksos").get(target, "Accept: text/html"));
    }

    @Test
    void brokenHeadersAreRefusedInPlainIndonesian() {
        RawHttp http = new RawHttp(port, "peksos");
        plain(http.exchange("GET / HTTP/1.1\r\nHost: dua kata\r\n\r\n", new byte[0]));
        plain(http.exchange("GET / HTTP/1.1\r\n\r\n", new byte[0]));
        plain(http.exchange("GET / HTTP/1.1\r\nHost: a\r\nX: " + "x".repeat(20_000) + "\r\n\r\n", new byte[0]));
        plain(http.exchange("JAHAT(/) / HTTP/1.1\r\nHost: a\r\n\r\n", new byte[0]));
        plain(http.exchange("GET / HTTP/9.9\r\nHost: a\r\n\r\n", new byte[0]));
    }

    private static void plain(Answer answer) {
        assertThat(answer.status()).as(answer.head()).isBetween(400, 505);
        assertThat(answer.head())
                .contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff")
                .doesNotContainIgnoringCase("\nServer:");
        assertThat(answer.body())
                .contains("Permintaan tidak dapat dijalankan", "tidak dapat dibaca", "lang=\"id\"")
                .doesNotContain("Apache", "Tomcat", "Exception", "HTTP Status", "passwd", "<script");
    }
}
