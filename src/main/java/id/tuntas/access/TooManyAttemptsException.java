package id.tuntas.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords or codes for this user, from this address or from all together. Says nothing about whether the user exists. */
public class TooManyAttemptsException extends AuthenticationException {

    TooManyAttemptsException() {
        super("too many attempts");
    }

    /** After this time at most the next try is let through. */
    public Duration retryAfter() {
        return Throttle.WINDOW;
    }
}
