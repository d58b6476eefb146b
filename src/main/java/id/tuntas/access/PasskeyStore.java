package id.tuntas.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Passkeys in the database, as Spring Security asks for them. All of them verify their user: no other is taken. */
@Component
class PasskeyStore implements UserCredentialRepository {

    private static final String SELECT =
            "select p.*, o.user_handle from passkey p join passkey_owner o on o.user_id = p.user_id ";

    private final JdbcClient jdbc;
    private final Clock clock;

    PasskeyStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<Passkey> of(String userId) {
        return jdbc
                .sql(SELECT + "where p.user_id = ? order by p.created_at, p.id")
                .param(userId)
                .query(PasskeyRow.class)
                .list()
                .stream()
                .map(PasskeyRow::passkey)
                .toList();
    }

    /** Whether it was there, and his. */
    boolean remove(String userId, String id) {
        return jdbc.sql("delete from passkey where user_id = ? and id = ?")
                        .params(userId, id)
                        .update()
                == 1;
    }

    /** How many he had. */
    int removeAll(String userId) {
        return jdbc.sql("delete from passkey where user_id = ?").param(userId).update();
    }

    @Override
    public void delete(Bytes credentialId) {
        jdbc.sql("delete from passkey where credential_id = ?")
                .param(credentialId.toBase64UrlString())
                .update();
    }

    /**
     * Adds a new one; of a known one keeps that it was used and what it counted.
     *
     * @throws OptimisticLockingFailureException if it has counted further meanwhile, on any node
     */
    @Override
    public void save(CredentialRecord key) {
        if (findByCredentialId(key.getCredentialId()) == null) {
            insert(key);
            return;
        }
        int changed = jdbc.sql("update passkey set sign_count = ?, backup_state = ?, last_used_at = ?"
                        + " where credential_id = ? and (sign_count < ? or sign_count = 0)")
                .params(key.getSignatureCount(), key.isBackupState(), Timestamp.from(clock.instant()))
                .param(key.getCredentialId().toBase64UrlString())
                .param(key.getSignatureCount())
                .update();
        if (changed == 0) {
            throw new OptimisticLockingFailureException("the passkey has counted further");
        }
    }

    private void insert(CredentialRecord key) {
        String transports = key.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(","));
        jdbc.sql(
                        "insert into passkey (id, user_id, credential_id, public_key, attestation_object, sign_count, transports,"
                                + " backup_eligible, backup_state, label, created_at)"
                                + " values (?, (select user_id from passkey_owner where user_handle = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(Digests.random(10).toLowerCase(Locale.ROOT))
                .param(key.getUserEntityUserId().toBase64UrlString())
                .param(key.getCredentialId().toBase64UrlString())
                .param(new Bytes(key.getPublicKey().getBytes()).toBase64UrlString())
                .param(key.getAttestationObject().toBase64UrlString())
                .param(key.getSignatureCount())
                .param(transports)
                .params(key.isBackupEligible(), key.isBackupState(), key.getLabel(), Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public CredentialRecord findByCredentialId(Bytes credentialId) {
        return jdbc.sql(SELECT + "where p.credential_id = ?")
                .param(credentialId.toBase64UrlString())
                .query(PasskeyRow.class)
                .optional()
                .map(PasskeyRow::credential)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return jdbc
                .sql(SELECT + "where o.user_handle = ?")
                .param(handle.toBase64UrlString())
                .query(PasskeyRow.class)
                .list()
                .stream()
                .map(PasskeyRow::credential)
                .toList();
    }
}
