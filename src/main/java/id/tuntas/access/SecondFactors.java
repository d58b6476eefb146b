package id.tuntas.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Authenticator apps (TOTP), and recovery codes for the day the phone is gone. Each code is good once. Who comes in with a
 * passkey is asked for none of it.
 */
@Component
public class SecondFactors {

    private final JdbcClient jdbc;
    private final RecoveryCodes recoveryCodes;
    private final Passkeys passkeys;
    private final SecretBox box;
    private final Throttle throttle;
    private final AccessSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecondFactors(
            JdbcClient jdbc,
            RecoveryCodes recoveryCodes,
            Passkeys passkeys,
            SecretBox box,
            Throttle codeThrottle,
            AccessSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.recoveryCodes = recoveryCodes;
        this.passkeys = passkeys;
        this.box = box;
        this.throttle = codeThrottle;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
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
        return stored(userId).isPresent();
    }

    /** Ids of all who have one. */
    Set<String> all() {
        return Set.copyOf(jdbc.sql("select user_id from second_factor")
                .query(String.class)
                .list());
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
        OptionalLong step = Totp.stepOf(key, digits(code), clock.instant());
        if (step.isEmpty()) {
            return Optional.empty();
        }
        delete(userId);
        jdbc.sql("insert into second_factor (user_id, secret, last_step, confirmed_at) values (?, ?, ?, ?)")
                .params(userId, box.seal(context(userId), key), step.getAsLong(), Timestamp.from(clock.instant()))
                .update();
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
        return throttle.guard(userId, address, device, () -> useCode(userId, code) || recoveryCodes.use(userId, code));
    }

    /** In place of those he has left. */
    @Transactional
    public List<String> renewRecoveryCodes(String userId) {
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

    private boolean useCode(String userId, String code) {
        Optional<String> secret = stored(userId);
        if (secret.isEmpty()) {
            return false;
        }
        OptionalLong step = Totp.stepOf(box.open(context(userId), secret.get()), digits(code), clock.instant());
        // one statement, so that of two requests with one code, on two nodes, one wins
        return step.isPresent()
                && jdbc.sql("update second_factor set last_step = ? where user_id = ? and last_step < ?")
                                .params(step.getAsLong(), userId, step.getAsLong())
                                .update()
                        == 1;
    }

    private void delete(String userId) {
        jdbc.sql("delete from second_factor where user_id = ?").param(userId).update();
        recoveryCodes.delete(userId);
    }

    private Optional<String> stored(String userId) {
        return jdbc.sql("select secret from second_factor where user_id = ?")
                .param(userId)
                .query(String.class)
                .optional();
    }

    private static String context(String userId) {
        return "second-factor " + userId;
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
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
