package id.tuntas.board.eventlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names that stand for cases, steps and people in one event log: HMAC-SHA-256 under a key that is made for this log, is kept
 * nowhere and is gone with it. The same name within a log, another one in the next. Not thread-safe.
 */
final class Pseudonyms implements AutoCloseable {

    /** Either way; a year in all, so that the season does not tell. */
    static final int FURTHEST_WEEKS = 26;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 12;

    private final byte[] key = new byte[32];
    private final Mac mac;

    Pseudonyms(SecureRandom random) {
        random.nextBytes(key);
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String ofCase(String number) {
        return name("kasus", number);
    }

    String ofClock(String id) {
        return name("jam", id);
    }

    String ofReferral(String clockId) {
        return name("rujukan", clockId);
    }

    String ofPerson(String userId) {
        return name("orang", userId);
    }

    /** @param clockId null if it is the case's own */
    String ofEvent(String caseNumber, String clockId, String kind, long entry) {
        return name("peristiwa", caseNumber + ":" + clockId + ":" + kind + ":" + entry);
    }

    /**
     * Moves a moment of a case by whole weeks, all moments of a case by the same number: what lies between them stays, and so
     * do the day of the week and the hour, which office hours depend on.
     */
    Instant shifted(String caseNumber, Instant at) {
        byte[] digest = digest("geser:" + caseNumber);
        int weeks = Math.floorMod(
                        (digest[0] & 0xff) << 24
                                | (digest[1] & 0xff) << 16
                                | (digest[2] & 0xff) << 8
                                | digest[3] & 0xff,
                        2 * FURTHEST_WEEKS + 1)
                - FURTHEST_WEEKS;
        return at.plus(Duration.ofDays(7L * weeks));
    }

    private String name(String kind, String id) {
        return kind + "-" + HexFormat.of().formatHex(digest(kind + ":" + id), 0, BYTES);
    }

    private byte[] digest(String text) {
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }
}
