package id.tuntas.access;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** The random handle under which authenticators know somebody. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final JdbcClient jdbc;

    PasskeyOwners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public PublicKeyCredentialUserEntity findById(Bytes handle) {
        return jdbc.sql("select user_id, user_handle from passkey_owner where user_handle = ?")
                .param(handle.toBase64UrlString())
                .query(Row.class)
                .optional()
                .map(Row::entity)
                .orElse(null);
    }

    @Override
    public PublicKeyCredentialUserEntity findByUsername(String userId) {
        return jdbc.sql("select user_id, user_handle from passkey_owner where user_id = ?")
                .param(userId)
                .query(Row.class)
                .optional()
                .map(Row::entity)
                .orElse(null);
    }

    /** Whoever has a handle keeps it: there are passkeys with it. */
    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        if (findByUsername(owner.getName()) != null) {
            return;
        }
        jdbc.sql("insert into passkey_owner (user_id, user_handle) values (?, ?)")
                .params(owner.getName(), owner.getId().toBase64UrlString())
                .update();
    }

    @Override
    public void delete(Bytes handle) {
        jdbc.sql("delete from passkey_owner where user_handle = ?")
                .param(handle.toBase64UrlString())
                .update();
    }

    /** Gives somebody a handle unless he has one; of two requests at once one wins. */
    void ensure(String userId) {
        try {
            save(entity(userId, Bytes.random()));
        } catch (DuplicateKeyException e) {
            // the other one has done it
        }
    }

    private static PublicKeyCredentialUserEntity entity(String userId, Bytes handle) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle)
                .name(userId)
                .displayName(userId)
                .build();
    }

    private record Row(String userId, String userHandle) {

        PublicKeyCredentialUserEntity entity() {
            return PasskeyOwners.entity(userId, Bytes.fromBase64(userHandle));
        }
    }
}
