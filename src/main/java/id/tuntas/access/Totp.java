package id.tuntas.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Codes of authenticator apps as all of them make them: RFC 6238, HMAC-SHA-1, 30 seconds, six digits. */
final class Totp {

    static final int STEP = 30; // seconds

    /** Phones and servers disagree a little about the time; one step to either side is enough. */
    private static final int DRIFT = 1;

    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    private Totp() {}

    /** 160 random bits in Base32, which is what apps take. */
    static String newKey() {
        return Digests.random(20);
    }

    /** The time step whose code this is, if it is one of those around now; empty for anything else. */
    static OptionalLong stepOf(String base32Key, String code, Instant now) {
        long current = Math.floorDiv(now.getEpochSecond(), STEP);
        return LongStream.rangeClosed(current - DRIFT, current + DRIFT)
                .filter(step -> code(base32Key, step).equals(code))
                .max();
    }

    static String code(String base32Key, long step) {
        try {
            var key = new SecretKeySpec(new Base32().decode(base32Key), GENERATOR.getAlgorithm());
            return GENERATOR.generateOneTimePasswordString(key, Instant.ofEpochSecond(step * STEP));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the QR code says. */
    static String uri(String userId, String base32Key) {
        return "otpauth://totp/Tuntas:" + userId + "?secret=" + base32Key + "&issuer=Tuntas";
    }
}
