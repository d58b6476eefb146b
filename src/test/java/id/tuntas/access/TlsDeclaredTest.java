package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An office with a TLS proxy in front, whose own port speaks plain HTTP. */
@ProductionTest
class TlsDeclaredTest {

    @LocalServerPort
    int port;

    @Test
    void tellsBrowsersToComeByTlsOnlyEvenIfTheProxyForgetsToSaySo() {
        for (String path :
                new String[] {"/login", "/beranda", "/engine-rest/version", "/camunda/app/tasklist/default/"}) {
            assertThat(Visitor.on(port).get(path).headers().firstValue("Strict-Transport-Security"))
                    .as(path)
                    .hasValueSatisfying(header -> assertThat(header).contains("max-age=31536000"));
        }
    }

    @Test
    void letsNoCookieTravelInClear() {
        assertThat(Visitor.on(port).get("/login").headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("; Secure", "; HttpOnly", "SameSite="));
    }
}
