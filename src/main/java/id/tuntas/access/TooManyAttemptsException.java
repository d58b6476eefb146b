package id.tuntas.access;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong passwords for this user from this address. Says nothing about whether the user exists. */
public class TooManyAttemptsException extends AuthenticationException {

    TooManyAttemptsException() {
        super("too many attempts");
    }

    /** After this time at most the next try is let through. */
    public Duration retryAfter() {
        return Throttle.WINDOW;
    }
}
