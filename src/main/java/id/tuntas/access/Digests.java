package id.tuntas.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.commons.codec.binary.Base32;

/** Random texts, and what is stored of them. They are long enough that a fast digest gives nothing away. */
final class Digests {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Digests() {}

    /** So many random bytes as capital letters and digits, without padding. */
    static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return new Base32().encodeAsString(random).replace("=", "");
    }

    /** SHA-256 in hexadecimal. */
    static String of(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
