package id.tuntas.vault;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Before anything else runs: the keystore must fit the database, and what was erased before must be erased in a database
 * that was restored from an older backup. The other way round, a node learns what other nodes erased.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class VaultAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(VaultAtStart.class);

    private final JdbcClient db;
    private final DataKeys keys;
    private final ErasedKeys erased;
    private final Clock clock;

    VaultAtStart(JdbcClient db, DataKeys keys, ErasedKeys erased, Clock clock) {
        this.db = db;
        this.keys = keys;
        this.erased = erased;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        eraseAgain();
        erased.add(db.sql("select root_instance_id from data_key where wrapped is null")
                .query(String.class)
                .list());
        checkKeys();
    }

    void eraseAgain() {
        int again = 0;
        for (String rootInstanceId : erased.all()) {
            again += db.sql(
                            """
                            update data_key set wrapped = null, destroyed_at = ?
                            where root_instance_id = ? and wrapped is not null""")
                    .params(clock.instant().atOffset(ZoneOffset.UTC), rootInstanceId)
                    .update();
        }
        if (again > 0) {
            LOG.warn("{} data keys that were erased before came back with a backup and are erased again", again);
        }
    }

    /** One key under each master key is tried: a keystore with the right names and other keys would fail too late. */
    private void checkKeys() {
        List<String> samples = db.sql(
                        "select min(root_instance_id) from data_key where wrapped is not null group by master_key_id")
                .query(String.class)
                .list();
        for (String rootInstanceId : samples) {
            try {
                keys.find(rootInstanceId);
            } catch (VaultException e) {
                throw new IllegalStateException(
                        "The keystore does not fit this database; bring the keystore it was written with. "
                                + e.getMessage(),
                        e);
            }
        }
    }
}
