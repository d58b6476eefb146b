package id.tuntas.vault;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of data keys: random, 256 bits, each wrapped by a master key and bound to its root instance and that key's id. */
@Component
class DataKeys {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int AES_256 = 32;

    private final JdbcClient db;
    private final MasterKeys masters;
    private final Clock clock;

    DataKeys(JdbcClient db, MasterKeys masters, Clock clock) {
        this.db = db;
        this.masters = masters;
        this.clock = clock;
    }

    /**
     * @return empty if the root instance has no key yet
     * @throws CaseErasedException if it had one
     */
    Optional<SecretKey> find(String rootInstanceId) {
        return db.sql("select master_key_id, wrapped from data_key where root_instance_id = ?")
                .param(rootInstanceId)
                .query((row, number) -> new Wrapped(row.getString("master_key_id"), row.getString("wrapped")))
                .optional()
                .map(wrapped -> unwrap(rootInstanceId, wrapped));
    }

    SecretKey create(String rootInstanceId) {
        byte[] random = new byte[AES_256];
        RANDOM.nextBytes(random);
        SecretKey key = new SecretKeySpec(random, "AES");
        db.sql("insert into data_key (root_instance_id, master_key_id, wrapped, created_at) values (?, ?, ?, ?)")
                .params(
                        rootInstanceId,
                        masters.currentId(),
                        wrap(rootInstanceId, masters.currentId(), key),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return key;
    }

    /** @return whether this call wrapped the key anew; false if it was erased or somebody else was faster */
    boolean rewrap(String rootInstanceId) {
        return db.sql("select master_key_id, wrapped from data_key where root_instance_id = ? and wrapped is not null")
                .param(rootInstanceId)
                .query((row, number) -> new Wrapped(row.getString("master_key_id"), row.getString("wrapped")))
                .optional()
                .filter(old -> !old.masterKeyId().equals(masters.currentId()))
                .map(old -> db.sql(
                                        """
                                        update data_key set wrapped = ?, master_key_id = ?
                                        where root_instance_id = ? and wrapped = ?""")
                                .params(
                                        wrap(rootInstanceId, masters.currentId(), unwrap(rootInstanceId, old)),
                                        masters.currentId(),
                                        rootInstanceId,
                                        old.wrapped())
                                .update()
                        == 1)
                .orElse(false);
    }

    private String wrap(String rootInstanceId, String masterKeyId, SecretKey key) {
        byte[] sealed =
                ValueCipher.seal(masters.get(masterKeyId), context(rootInstanceId, masterKeyId), key.getEncoded());
        return Base64.getEncoder().encodeToString(sealed);
    }

    private SecretKey unwrap(String rootInstanceId, Wrapped wrapped) {
        if (wrapped.wrapped() == null) {
            throw new CaseErasedException();
        }
        return new SecretKeySpec(
                ValueCipher.open(
                        masters.get(wrapped.masterKeyId()),
                        context(rootInstanceId, wrapped.masterKeyId()),
                        Base64.getDecoder().decode(wrapped.wrapped())),
                "AES");
    }

    private static byte[] context(String rootInstanceId, String masterKeyId) {
        return (rootInstanceId + "\0" + masterKeyId).getBytes(StandardCharsets.UTF_8);
    }

    /** @param wrapped null once the key was destroyed */
    private record Wrapped(String masterKeyId, String wrapped) {}
}
