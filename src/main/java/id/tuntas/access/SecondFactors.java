package id.tuntas.access;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Authenticator apps (TOTP), and recovery codes for the day the phone is gone. Each code is good once. Who comes in with a
 * passkey is asked for none of it.
 */
@Component
public class SecondFactors {

    private final AuthenticatorApps apps;
    private final RecoveryCodes recoveryCodes;
    private final Passkeys passkeys;
    private final Accounts accounts;
    private final Throttle throttle;
    private final AccessSettings settings;
    private final ApplicationEventPublisher events;

    SecondFactors(
            AuthenticatorApps apps,
            RecoveryCodes recoveryCodes,
            Passkeys passkeys,
            Accounts accounts,
            Throttle codeThrottle,
            AccessSettings settings,
            ApplicationEventPublisher events) {
        this.apps = apps;
        this.recoveryCodes = recoveryCodes;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.throttle = codeThrottle;
        this.settings = settings;
        this.events = events;
    }

    /** What stands between a right password and being signed in. */
    public Need neededBy(String userId, Collection<String> groups) {
        if (isOn(userId)) {
            return Need.CODE;
        }
        if (!isRequiredOf(groups)) {
            return Need.NOTHING;
        }
        // whoever stole the password of somebody with a passkey must not set up a code of his own with it
        return passkeys.has(userId) ? Need.PASSKEY : Need.ENROLMENT;
    }

    /** Whether somebody in these groups may not be without. */
    public boolean isRequiredOf(Collection<String> groups) {
        return settings.secondFactorGroups().stream().anyMatch(groups::contains);
    }

    public boolean isOn(String userId) {
        return apps.isKnownOf(userId);
    }

    /** A new key, known to nobody yet; it counts only once {@link #confirm} has seen a code made with it. */
    public Enrolment begin(String userId) {
        String key = Totp.newKey();
        return new Enrolment(key, Totp.uri(userId, key));
    }

    /** The same again, to show the page once more. */
    public Enrolment again(String userId, String key) {
        return new Enrolment(key, Totp.uri(userId, key));
    }

    /**
     * Turns it on, in place of one he may have had.
     *
     * @return the recovery codes, to be shown once; empty if the code is wrong
     */
    @Transactional
    public Optional<List<String>> confirm(String userId, String key, String code) {
        accounts.oneAtATime(userId); // of two presses at once one set of recovery codes is good
        if (!apps.take(userId, key, code)) {
            return Optional.empty();
        }
        events.publishEvent(new AccessEvent.SecondFactorTurnedOn(userId));
        return Optional.of(recoveryCodes.renew(userId));
    }

    /**
     * Takes a code of the app or a recovery code; either is worth nothing afterwards.
     *
     * @param device see {@link Throttle#guard}
     * @throws TooManyAttemptsException after too many wrong ones
     */
    public boolean check(String userId, String code, String address, String device) {
        return throttle.guard(userId, address, device, () -> apps.use(userId, code) || recoveryCodes.use(userId, code));
    }

    /** In place of those he has left. */
    @Transactional
    public List<String> renewRecoveryCodes(String userId) {
        accounts.oneAtATime(userId);
        events.publishEvent(new AccessEvent.RecoveryCodesRenewed(userId));
        return recoveryCodes.renew(userId);
    }

    public int recoveryCodesLeft(String userId) {
        return recoveryCodes.left(userId);
    }

    @Transactional
    public void turnOff(String userId) {
        delete(userId);
        events.publishEvent(new AccessEvent.SecondFactorTurnedOff(userId));
    }

    /** By an administrator, for somebody who lost phone and codes; passkeys go as well. */
    @Transactional
    public void reset(String userId, String by) {
        delete(userId);
        passkeys.removeAll(userId, by);
        events.publishEvent(new AccessEvent.SecondFactorReset(userId, by));
    }

    private void delete(String userId) {
        apps.forget(userId);
        recoveryCodes.delete(userId);
    }

    public enum Need {
        NOTHING,
        CODE,
        ENROLMENT,
        /** he has a passkey and no code, so he comes in with that */
        PASSKEY
    }

    /** @param key in Base32, to be typed; {@code uri} is the same for a QR code */
    public record Enrolment(String key, String uri) {}
}
