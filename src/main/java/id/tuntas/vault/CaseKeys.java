package id.tuntas.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.tuntas.shared.CaseNumber;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.SecretKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The data key of a root process instance: a case, or a process that somebody started on its own to say something about
 * one. Keys are made in the caller's transaction and kept unwrapped in memory for at most {@link #KEPT}.
 */
@Component
public class CaseKeys {

    /** How long another node may still read a case after it was erased. */
    static final Duration KEPT = Duration.ofMinutes(1);

    private static final int AT_MOST = 2000;

    private final DataKeys keys;
    private final ErasedKeys erased;
    private final JdbcClient db;
    private final Cache<String, SecretKey> unwrapped =
            Caffeine.newBuilder().maximumSize(AT_MOST).expireAfterWrite(KEPT).build();

    CaseKeys(DataKeys keys, ErasedKeys erased, JdbcClient db) {
        this.keys = keys;
        this.erased = erased;
        this.db = db;
    }

    /**
     * The key to seal something new with; the first call for a root instance makes it.
     *
     * @throws CaseErasedException if it was destroyed
     */
    public SecretKey toSeal(String rootInstanceId) {
        SecretKey known = known(rootInstanceId);
        return known != null
                ? known
                : remember(rootInstanceId, keys.find(rootInstanceId).orElseGet(() -> keys.create(rootInstanceId)));
    }

    /**
     * The key to open what is stored.
     *
     * @throws CaseErasedException if it was destroyed
     * @throws VaultException if there never was one, or its master key is missing
     */
    public SecretKey toOpen(String rootInstanceId) {
        SecretKey known = known(rootInstanceId);
        return known != null
                ? known
                : remember(
                        rootInstanceId,
                        keys.find(rootInstanceId)
                                .orElseThrow(
                                        () -> new VaultException("Kunci data kasus ini tidak ada di basis data.")));
    }

    /** Whether the key was destroyed. @throws VaultException if there never was one, or its master key is missing */
    public boolean isErased(String rootInstanceId) {
        try {
            toOpen(rootInstanceId);
            return false;
        } catch (CaseErasedException e) {
            return true;
        }
    }

    /** Says which case the key belongs to, so that it is destroyed with it. The first answer stays. */
    public void belongsTo(String rootInstanceId, CaseNumber number) {
        toSeal(rootInstanceId);
        db.sql("update data_key set case_number = ? where root_instance_id = ? and case_number is null")
                .params(number.value(), rootInstanceId)
                .update();
    }

    /** Other root instances of the same case, running or ended; none if nobody said whose the instance is. */
    public List<String> othersOf(String rootInstanceId) {
        return db.sql(
                        """
                        select other.root_instance_id from data_key own
                            join data_key other on other.case_number = own.case_number
                        where own.root_instance_id = :own and other.root_instance_id <> :own
                        order by other.created_at, other.root_instance_id""")
                .param("own", rootInstanceId)
                .query(String.class)
                .list();
    }

    void forget(Collection<String> rootInstanceIds) {
        unwrapped.invalidateAll(rootInstanceIds);
    }

    private SecretKey known(String rootInstanceId) {
        if (erased.contains(rootInstanceId)) {
            throw new CaseErasedException();
        }
        Map<String, SecretKey> own = ofTransaction();
        SecretKey key = own == null ? null : own.get(rootInstanceId);
        return key != null ? key : unwrapped.getIfPresent(rootInstanceId);
    }

    /** A key is shared with other transactions only when its row is there for good. */
    private SecretKey remember(String rootInstanceId, SecretKey key) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            unwrapped.put(rootInstanceId, key);
            return key;
        }
        Map<String, SecretKey> own = ofTransaction();
        if (own == null) {
            own = new HashMap<>();
            TransactionSynchronizationManager.bindResource(this, own);
            TransactionSynchronizationManager.registerSynchronization(new Sharing(own));
        }
        own.put(rootInstanceId, key);
        return key;
    }

    @SuppressWarnings("unchecked") // bound by nobody else
    private Map<String, SecretKey> ofTransaction() {
        return (Map<String, SecretKey>) TransactionSynchronizationManager.getResource(this);
    }

    private final class Sharing implements TransactionSynchronization {

        private final Map<String, SecretKey> own;

        private Sharing(Map<String, SecretKey> own) {
            this.own = own;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(CaseKeys.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(CaseKeys.this, own);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(CaseKeys.this);
            if (status == STATUS_COMMITTED) {
                unwrapped.putAll(own);
            }
        }
    }
}
