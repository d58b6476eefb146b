package id.tuntas.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import id.tuntas.engine.Identities;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may sign in at all, and whose sessions are over. Each session carries the epoch of its account; the account's epoch
 * is in the database, so raising it ends the person's sessions on every node, within the few seconds the answer is kept.
 */
@Component
public class Accounts {

    /** How long a node goes on believing what it read. */
    static final Duration KEPT = Duration.ofSeconds(3);

    private final JdbcClient jdbc;
    private final Identities identities;
    private final LoadingCache<String, State> states;

    Accounts(JdbcClient jdbc, Identities identities, Clock clock) {
        this.jdbc = jdbc;
        this.identities = identities;
        this.states = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(KEPT)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build(this::read);
    }

    /** As it was at most {@link #KEPT} ago. */
    public State stateOf(String userId) {
        return states.get(userId);
    }

    /** As it is now. */
    public State read(String userId) {
        Row row = jdbc.sql("select enabled, session_epoch from account where user_id = ?")
                .param(userId)
                .query(Row.class)
                .optional()
                .orElse(Row.NONE);
        return new State(row.enabled, row.sessionEpoch, Set.copyOf(identities.groupsOf(userId)));
    }

    /** Lets somebody sign in who could not so far, or never could; he still needs a password or a link to the provider. */
    @Transactional
    public void enable(String userId) {
        if (change("update account set enabled = true where user_id = ?", userId) == 0) {
            change("insert into account (user_id, enabled, session_epoch) values (?, true, 0)", userId);
        }
    }

    /** No further sign-in, and his sessions end, on every node, REST clients included. */
    @Transactional
    public void disable(String userId) {
        change("update account set enabled = false, session_epoch = session_epoch + 1 where user_id = ?", userId);
    }

    /** Everything he has open anywhere ends. */
    @Transactional
    public void endSessions(String userId) {
        change("update account set session_epoch = session_epoch + 1 where user_id = ?", userId);
    }

    boolean isEnabled(String userId) {
        return jdbc.sql("select count(*) from account where user_id = ? and enabled = true")
                        .param(userId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /**
     * What a transaction changes about this person after this comes before or after what others change, never beside it.
     * Nothing for whom there is no account.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void oneAtATime(String userId) {
        jdbc.sql("select user_id from account where user_id = ? for update")
                .param(userId)
                .query(String.class)
                .optional();
    }

    private int change(String sql, String userId) {
        int changed = jdbc.sql(sql).param(userId).update();
        states.invalidate(userId);
        return changed;
    }

    /** @param groups ids of the groups; a session with others was opened before they were changed */
    public record State(boolean enabled, long epoch, Set<String> groups) {}

    private record Row(boolean enabled, long sessionEpoch) {

        static final Row NONE = new Row(false, -1);
    }
}
