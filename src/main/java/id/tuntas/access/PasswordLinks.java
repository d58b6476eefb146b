package id.tuntas.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A token that lets somebody set his password once. The administrator hands it over himself: there is no mail. */
@Component
public class PasswordLinks {

    static final Duration VALIDITY = Duration.ofHours(24);

    private final JdbcClient jdbc;
    private final Credentials credentials;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PasswordLinks(
            JdbcClient jdbc,
            Credentials credentials,
            Accounts accounts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.credentials = credentials;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    /** A new token, to be shown once; those he had before are worth nothing from now on. */
    @Transactional
    public String issue(String userId, String by) {
        accounts.oneAtATime(userId); // of two presses at once one link is good
        withdraw(userId);
        String token = Digests.random(20);
        jdbc.sql("insert into password_link (hash, user_id, valid_until) values (?, ?, ?)")
                .params(
                        Digests.of(token),
                        userId,
                        Timestamp.from(clock.instant().plus(VALIDITY)))
                .update();
        events.publishEvent(new AccessEvent.PasswordLinkIssued(userId, by));
        return token;
    }

    /** Whose password it sets; empty if it is unknown, used or too old. Does not use it up. */
    public Optional<String> userOf(String token) {
        return jdbc.sql("select user_id from password_link where hash = ? and valid_until > ?")
                .params(Digests.of(token.strip()), Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
    }

    /**
     * Sets the password and uses the token up.
     *
     * @return whether the token was good
     * @throws WeakPasswordException if the rules refuse the password; the token stays good
     */
    @Transactional
    public boolean use(String token, String password) {
        Optional<String> user = userOf(token);
        if (user.isEmpty() || withdraw(user.get()) == 0) {
            return false;
        }
        credentials.set(user.get(), password);
        events.publishEvent(new AccessEvent.PasswordChanged(user.get(), user.get()));
        return true;
    }

    int withdraw(String userId) {
        return jdbc.sql("delete from password_link where user_id = ?")
                .param(userId)
                .update();
    }
}
