package id.tuntas.access;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What somebody does with his own account. */
@Component
public class OwnAccount {

    private final Credentials credentials;
    private final Throttle throttle;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    OwnAccount(
            Credentials credentials, Throttle passwordThrottle, Accounts accounts, ApplicationEventPublisher events) {
        this.credentials = credentials;
        this.throttle = passwordThrottle;
        this.accounts = accounts;
        this.events = events;
    }

    public boolean hasPassword(String userId) {
        return !credentials.isMissing(userId);
    }

    /** @throws TooManyAttemptsException after too many wrong ones */
    boolean isPassword(String userId, String password, String address, String device) {
        return throttle.guard(userId, address, device, () -> credentials.isRight(userId, password));
    }

    /**
     * All his sessions end, the present one too unless the caller gives it the new epoch.
     *
     * @return whether the old password was right
     * @throws WeakPasswordException if the rules refuse the new one
     * @throws TooManyAttemptsException after too many wrong old ones
     */
    @Transactional
    public boolean changePassword(String userId, String old, String password, String address, String device) {
        if (!isPassword(userId, old, address, device)) {
            return false;
        }
        credentials.set(userId, password);
        events.publishEvent(new AccessEvent.PasswordChanged(userId, userId));
        return true;
    }

    /** The present one too. */
    @Transactional
    public void endSessions(String userId) {
        accounts.endSessions(userId);
        events.publishEvent(new AccessEvent.SessionsEnded(userId, userId));
    }
}
