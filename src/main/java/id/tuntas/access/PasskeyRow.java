package id.tuntas.access;

import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/**
 * A passkey as it stands in the database: ids and keys in Base64 for addresses, and what it is to people and to Spring
 * Security.
 *
 * @param transports with commas; empty if the authenticator named none
 * @param lastUsedAt null if it never was
 */
record PasskeyRow(
        String id,
        String userHandle,
        String credentialId,
        String publicKey,
        String attestationObject,
        long signCount,
        String transports,
        boolean backupEligible,
        boolean backupState,
        String label,
        OffsetDateTime createdAt,
        OffsetDateTime lastUsedAt) {

    Passkey passkey() {
        return new Passkey(id, label, createdAt.toInstant(), lastUsedAt == null ? null : lastUsedAt.toInstant());
    }

    CredentialRecord credential() {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(credentialId))
                .userEntityUserId(Bytes.fromBase64(userHandle))
                .publicKey(
                        new ImmutablePublicKeyCose(Bytes.fromBase64(publicKey).getBytes()))
                .attestationObject(Bytes.fromBase64(attestationObject))
                .signatureCount(signCount)
                .uvInitialized(true)
                .transports(Stream.of(transports.split(","))
                        .filter(transport -> !transport.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toUnmodifiableSet()))
                .backupEligible(backupEligible)
                .backupState(backupState)
                .label(label)
                .created(createdAt.toInstant())
                .lastUsed(lastUsedAt == null ? null : lastUsedAt.toInstant())
                .build();
    }
}
