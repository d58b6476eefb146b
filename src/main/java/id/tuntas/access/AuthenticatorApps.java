package id.tuntas.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The keys that people share with their authenticator apps, sealed. Of each app a code is good once. */
@Component
class AuthenticatorApps {

    private final JdbcClient jdbc;
    private final SecretBox box;
    private final Clock clock;

    AuthenticatorApps(JdbcClient jdbc, SecretBox box, Clock clock) {
        this.jdbc = jdbc;
        this.box = box;
        this.clock = clock;
    }

    boolean isKnownOf(String userId) {
        return stored(userId).isPresent();
    }

    /**
     * Keeps the key, in place of one he may have had; the code is used up with it.
     *
     * @return false, with nothing kept, if the code is not one of the key
     */
    @Transactional
    boolean take(String userId, String key, String code) {
        OptionalLong step = Totp.stepOf(key, digits(code), clock.instant());
        if (step.isEmpty()) {
            return false;
        }
        forget(userId);
        jdbc.sql("insert into second_factor (user_id, secret, last_step, confirmed_at) values (?, ?, ?, ?)")
                .params(userId, box.seal(context(userId), key), step.getAsLong(), Timestamp.from(clock.instant()))
                .update();
        return true;
    }

    /** Whether the code is right; it is worth nothing afterwards. */
    boolean use(String userId, String code) {
        Optional<String> secret = stored(userId);
        if (secret.isEmpty()) {
            return false;
        }
        OptionalLong step = Totp.stepOf(box.open(context(userId), secret.get()), digits(code), clock.instant());
        // one statement, so that of two requests with one code, on two nodes, one wins
        return step.isPresent()
                && jdbc.sql("update second_factor set last_step = ? where user_id = ? and last_step < ?")
                                .params(step.getAsLong(), userId, step.getAsLong())
                                .update()
                        == 1;
    }

    void forget(String userId) {
        jdbc.sql("delete from second_factor where user_id = ?").param(userId).update();
    }

    private Optional<String> stored(String userId) {
        return jdbc.sql("select secret from second_factor where user_id = ?")
                .param(userId)
                .query(String.class)
                .optional();
    }

    private static String context(String userId) {
        return "second-factor " + userId;
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }
}
