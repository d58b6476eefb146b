package id.tuntas.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The passwords of everybody who signs in with one. */
@Component
public class Credentials {

    private final JdbcClient jdbc;
    private final PasswordRules rules;
    private final PasswordEncoder encoder;
    private final VerifiedPasswords verified;
    private final Accounts accounts;
    private final Clock clock;

    /** What an unknown user is compared with, so that the answer takes as long as for a known one. */
    private final String nobodysHash;

    Credentials(
            JdbcClient jdbc,
            PasswordRules rules,
            PasswordEncoder encoder,
            VerifiedPasswords verified,
            Accounts accounts,
            Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.encoder = encoder;
        this.verified = verified;
        this.accounts = accounts;
        this.clock = clock;
        this.nobodysHash = encoder.encode(UUID.randomUUID().toString());
    }

    /**
     * Sets the password of a person, who need not have had one, lets him sign in, and ends what he has open.
     *
     * @throws WeakPasswordException if the rules refuse it
     */
    @Transactional
    public void set(String userId, String password) {
        rules.check(userId, password);
        store(userId, encoder.encode(password));
        accounts.endSessions(userId);
    }

    /** Whether it is his password and he may sign in. Slow, and as slow for somebody unknown. */
    boolean isRight(String userId, String password) {
        Optional<String> stored = find(userId);
        String hash = stored.orElse(nobodysHash);
        boolean right = verified.matches(userId, hash, password);
        boolean enabled = accounts.isEnabled(userId);
        if (!right || stored.isEmpty() || !enabled) {
            return false;
        }
        if (encoder.upgradeEncoding(hash)) {
            renew(userId, hash, encoder.encode(password));
        }
        return true;
    }

    /** Whether it was right a few minutes ago and still is; fast. */
    boolean wasRight(String userId, String password) {
        return find(userId)
                .filter(hash -> verified.remember(userId, hash, password))
                .filter(hash -> accounts.isEnabled(userId))
                .isPresent();
    }

    /** Stores a hash as it is; for the demo's one password, which needs no 70 hashes. */
    @Transactional
    void store(String userId, String hash) {
        var now = Timestamp.from(clock.instant());
        int changed = jdbc.sql("update credential set hash = ?, changed_at = ? where user_id = ?")
                .params(hash, now, userId)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into credential (user_id, hash, changed_at) values (?, ?, ?)")
                    .params(userId, hash, now)
                    .update();
        }
        accounts.enable(userId);
    }

    /** The same password in today's encoding, unless it was changed meanwhile. */
    private void renew(String userId, String before, String after) {
        jdbc.sql("update credential set hash = ? where user_id = ? and hash = ?")
                .params(after, userId, before)
                .update();
    }

    boolean isMissing(String userId) {
        return find(userId).isEmpty();
    }

    private Optional<String> find(String userId) {
        return jdbc.sql("select hash from credential where user_id = ?")
                .param(userId)
                .query(String.class)
                .optional();
    }
}
