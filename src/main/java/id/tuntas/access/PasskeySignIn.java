package id.tuntas.access;

import com.fasterxml.jackson.core.type.TypeReference;
import id.tuntas.engine.Identities;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who signs in with a passkey. Nobody says beforehand who he is, so there is nothing to find out about users here. It is
 * not throttled: nobody guesses a signature, and a limit would only help strangers to keep officers out.
 */
@Component
public class PasskeySignIn {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeySignIn.class);

    private static final TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>> ANSWER =
            new TypeReference<>() {};

    private final PasskeyCeremonies ceremonies;
    private final PasskeyStore store;
    private final PasskeyOwners owners;
    private final Accounts accounts;
    private final Identities identities;

    PasskeySignIn(
            PasskeyCeremonies ceremonies,
            PasskeyStore store,
            PasskeyOwners owners,
            Accounts accounts,
            Identities identities) {
        this.ceremonies = ceremonies;
        this.store = store;
        this.owners = owners;
        this.accounts = accounts;
        this.identities = identities;
    }

    /** A challenge for whoever it may be: it names no keys, also if somebody is signed in already. */
    public PublicKeyCredentialRequestOptions begin() {
        return ceremonies
                .operations()
                .createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
    }

    /**
     * The person, with his groups, if the answer is right and he may sign in at all.
     *
     * @param options what {@link #begin} said; the caller sees to it that it is used once
     * @param answer JSON of the browser
     * @throws PasskeyRefusedException if not, without a word about why
     */
    @Transactional
    public Authentication check(PublicKeyCredentialRequestOptions options, String answer) {
        var assertion = PasskeyCeremonies.read(answer, ANSWER);
        String userId = ownerOf(assertion);
        if (!accounts.isEnabled(userId) || !identities.exists(userId)) {
            throw refused(userId, new IllegalStateException("may not sign in"));
        }
        try {
            ceremonies.operations().authenticate(new RelyingPartyAuthenticationRequest(options, assertion));
        } catch (OptimisticLockingFailureException e) {
            throw refused(userId, e);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) { // as in Passkeys
            throw refused(userId, e);
        }
        List<SimpleGrantedAuthority> groups = identities.groupsOf(userId).stream()
                .map(SimpleGrantedAuthority::new)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, groups);
    }

    /** Whose key it is, and the authenticator has to agree: it was made for this handle. */
    private String ownerOf(PublicKeyCredential<AuthenticatorAssertionResponse> assertion) {
        if (assertion.getRawId() == null || assertion.getResponse() == null) {
            throw refused(null, new IllegalArgumentException("incomplete"));
        }
        CredentialRecord key = store.findByCredentialId(assertion.getRawId());
        if (key == null
                || !key.getUserEntityUserId().equals(assertion.getResponse().getUserHandle())) {
            throw refused(null, new IllegalArgumentException("unknown key"));
        }
        return owners.findById(key.getUserEntityUserId()).getName();
    }

    private static PasskeyRefusedException refused(String userId, RuntimeException why) {
        LOG.info("A passkey was refused: {}", why.getClass().getSimpleName());
        return new PasskeyRefusedException(userId, why);
    }
}
