package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasskeySettingsTest {

    private static final String HOST = "tuntas.contoh.go.id";

    @Test
    void areOffWhileNoHostIsNamedAndThenNothingIsWrong() {
        for (String none : new String[] {null, "", " "}) {
            var off = new PasskeySettings(none, List.of("http://salah"));
            assertThat(off.isOn()).isFalse();
            assertThat(off.problems()).isEmpty();
            assertThat(new Passkeys(off, null, null, null, null).has("sari"))
                    .as("nobody is sent to a way in that is not there")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuntas.contoh.go.id", "tuntas", "a.b-c.id"})
    void takeAHostName(String host) {
        assertThat(new PasskeySettings(host, List.of()).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tuntas.contoh.go.id",
                "tuntas.contoh.go.id:8443",
                "tuntas.contoh.go.id/",
                "Tuntas.contoh.go.id",
                "*.contoh.go.id",
                "tuntas..id",
                "-tuntas.id",
                "10.0.0.8",
                "[::1]",
                "localhost",
                "tuntas.localhost"
            })
    void refuseWhatIsNoHostNameOrIsReachedWithoutTls(String host) {
        assertThat(new PasskeySettings(host, List.of()).problems())
                .singleElement()
                .asString()
                .contains("relying-party", "tanpa https://", "localhost");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tuntas.contoh.go.id",
                "https://tuntas.contoh.go.id:8443",
                "https://manado.tuntas.contoh.go.id"
            })
    void takeAnOriginOfTheHostOrBelowIt(String origin) {
        assertThat(new PasskeySettings(HOST, List.of(origin)).problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://tuntas.contoh.go.id",
                "https://tuntas.contoh.go.id/",
                "https://tuntas.contoh.go.id:443",
                "https://contoh.go.id",
                "https://bukantuntas.contoh.go.id.example",
                "https://jahat-tuntas.contoh.go.id",
                "https://siapa@tuntas.contoh.go.id",
                "tuntas.contoh.go.id",
                "https://",
                "bukan alamat",
                "null",
                "*"
            })
    void refuseAnOriginThatNoBrowserOfThisHostSends(String origin) {
        assertThat(new PasskeySettings(HOST, List.of(origin)).problems())
                .singleElement()
                .asString()
                .contains("origins", "\"" + origin + "\"", "https://tuntas.contoh.go.id");
    }
}
