package id.tuntas.access;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody's passkeys: keys in his phone, computer or stick that open only after his finger, face or PIN. With one he
 * signs in without a password and without a code; it is two factors at once, and it does not work on a forged page.
 */
@Component
public class Passkeys {

    private static final Logger LOG = LoggerFactory.getLogger(Passkeys.class);

    /** Nobody carries more devices than this. */
    public static final int MOST = 10;

    /** Characters of a label. */
    public static final int LONGEST_LABEL = 40;

    private static final TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>> NEW_KEY =
            new TypeReference<>() {};

    private final PasskeySettings settings;
    private final PasskeyCeremonies ceremonies;
    private final PasskeyStore store;
    private final PasskeyOwners owners;
    private final ApplicationEventPublisher events;

    Passkeys(
            PasskeySettings settings,
            PasskeyCeremonies ceremonies,
            PasskeyStore store,
            PasskeyOwners owners,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.ceremonies = ceremonies;
        this.store = store;
        this.owners = owners;
        this.events = events;
    }

    /** Whether this office uses them at all. */
    public boolean isOn() {
        return settings.isOn();
    }

    /** Host name they are made for; a page under another name cannot use them. */
    public String relyingParty() {
        return settings.relyingParty();
    }

    public List<Passkey> of(String userId) {
        return store.of(userId);
    }

    /** Whether he has one that he can use here. */
    public boolean has(String userId) {
        return isOn() && !store.of(userId).isEmpty();
    }

    /** What a browser is asked, as it reads it. */
    public static String json(Object options) {
        return PasskeyCeremonies.json(options);
    }

    /** What an authenticator is to make; the challenge in it is good for one answer. */
    public PublicKeyCredentialCreationOptions beginAdding(Authentication who) {
        owners.ensure(who.getName());
        return ceremonies
                .operations()
                .createPublicKeyCredentialCreationOptions(new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
    }

    /**
     * Keeps what an authenticator made.
     *
     * @param answer JSON of the browser
     * @throws PasskeyRefusedException if it does not answer the options, comes from another page, did not verify its user,
     *     or is known already
     */
    @Transactional
    public void add(String userId, PublicKeyCredentialCreationOptions options, String answer, String label) {
        var key = PasskeyCeremonies.read(answer, NEW_KEY);
        try {
            ceremonies
                    .operations()
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options, new RelyingPartyPublicKey(key, label)));
        } catch (DuplicateKeyException e) {
            throw refused(userId, e);
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) { // the libraries have no common one, and fall over what is missing
            throw refused(userId, e);
        }
        events.publishEvent(new AccessEvent.PasskeyAdded(userId));
    }

    private static PasskeyRefusedException refused(String userId, RuntimeException why) {
        LOG.info("A new passkey was refused: {}", why.getClass().getSimpleName());
        return new PasskeyRefusedException(userId, why);
    }

    /** Whether it was there, and his. */
    @Transactional
    public boolean remove(String userId, String id) {
        boolean removed = store.remove(userId, id);
        if (removed) {
            events.publishEvent(new AccessEvent.PasskeyRemoved(userId, userId));
        }
        return removed;
    }

    /** For somebody who lost what they were in. */
    @Transactional
    void removeAll(String userId, String by) {
        if (store.removeAll(userId) > 0) {
            events.publishEvent(new AccessEvent.PasskeyRemoved(userId, by));
        }
    }
}
