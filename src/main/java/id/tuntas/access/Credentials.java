package id.tuntas.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passwords of everybody who signs in. */
@Component
public class Credentials {

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final VerifiedPasswords verified;
    private final Clock clock;

    /** What an unknown user is compared with, so that the answer takes as long as for a known one. */
    private final String nobodysHash;

    Credentials(JdbcClient jdbc, PasswordEncoder encoder, VerifiedPasswords verified, Clock clock) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.verified = verified;
        this.clock = clock;
        this.nobodysHash = encoder.encode(UUID.randomUUID().toString());
    }

    /**
     * Sets the password of a person, who need not have had one, and lets him sign in.
     *
     * @throws WeakPasswordException if the rules refuse it
     */
    @Transactional
    public void set(String userId, String password) {
        PasswordRules.check(userId, password);
        store(userId, encoder.encode(password));
    }

    /** No further sign-in, at once and on every node, REST clients included. A session that is open lives on until it ends. */
    @Transactional
    public void disable(String userId) {
        jdbc.sql("update credential set enabled = false where user_id = ?")
                .param(userId)
                .update();
    }

    boolean isRight(String userId, String password) {
        Optional<Stored> stored = find(userId);
        String hash = stored.map(Stored::hash).orElse(nobodysHash);
        boolean right = verified.matches(userId, hash, password);
        return right && stored.map(Stored::enabled).orElse(false);
    }

    /** Stores a hash as it is; for the demo's one password, which needs no 70 hashes. */
    @Transactional
    void store(String userId, String hash) {
        var now = Timestamp.from(clock.instant());
        int changed = jdbc.sql("update credential set hash = ?, changed_at = ?, enabled = true where user_id = ?")
                .params(hash, now, userId)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into credential (user_id, hash, changed_at, enabled) values (?, ?, ?, true)")
                    .params(userId, hash, now)
                    .update();
        }
    }

    boolean isMissing(String userId) {
        return find(userId).isEmpty();
    }

    private Optional<Stored> find(String userId) {
        return jdbc.sql("select hash, enabled from credential where user_id = ?")
                .param(userId)
                .query(Stored.class)
                .optional();
    }

    private record Stored(String hash, boolean enabled) {}
}
