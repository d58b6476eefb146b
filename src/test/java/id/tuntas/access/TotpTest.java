package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final String KEY =
            new Base32().encodeAsString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** The last six digits of RFC 6238, appendix B, SHA-1. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "2000000000, 279037", "20000000000, 353130"})
    void makesTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(KEY, second / Totp.STEP)).isEqualTo(code);
        assertThat(Totp.stepOf(KEY, code, Instant.ofEpochSecond(second))).hasValue(second / Totp.STEP);
    }

    @Test
    void takesOneStepOfDriftToEitherSideAndNoMore() {
        Instant now = Instant.ofEpochSecond(1_234_567_890);
        long step = now.getEpochSecond() / Totp.STEP;
        assertThat(Totp.stepOf(KEY, Totp.code(KEY, step - 1), now)).hasValue(step - 1);
        assertThat(Totp.stepOf(KEY, Totp.code(KEY, step + 1), now)).hasValue(step + 1);
        assertThat(Totp.stepOf(KEY, Totp.code(KEY, step - 2), now)).isEmpty();
        assertThat(Totp.stepOf(KEY, Totp.code(KEY, step + 2), now)).isEmpty();
        assertThat(Totp.stepOf(KEY, "", now)).isEmpty();
    }

    @Test
    void makesKeysOf160BitsThatAppsCanRead() {
        assertThat(Totp.newKey()).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.newKey());
        assertThat(Totp.uri("budi", "ABC")).isEqualTo("otpauth://totp/Tuntas:budi?secret=ABC&issuer=Tuntas");
    }
}
