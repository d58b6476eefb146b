package id.tuntas.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Remembers for a few minutes which password was right, because a REST client sends it with every request and a slow hash
 * each time would eat the machine. What is kept is an HMAC under a key that dies with this process. The stored hash is
 * part of it: once somebody changes his password, the old one is forgotten on every node.
 */
@Component
class VerifiedPasswords {

    private static final String ALGORITHM = "HmacSHA256";

    private final Cache<ByteBuffer, Boolean> right = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();
    private final SecretKeySpec key = new SecretKeySpec(random(), ALGORITHM);
    private final PasswordEncoder encoder;

    VerifiedPasswords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /** Slow the first time; a wrong password is never remembered and always slow. */
    boolean matches(String userId, String hash, String password) {
        return right.get(digest(userId, hash, password), unseen -> encoder.matches(password, hash) ? true : null)
                != null;
    }

    /** Whether {@link #matches} said yes to the same a few minutes ago. */
    boolean remember(String userId, String hash, String password) {
        return right.getIfPresent(digest(userId, hash, password)) != null;
    }

    private ByteBuffer digest(String... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
                mac.update(bytes);
            }
            return ByteBuffer.wrap(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
