package id.tuntas.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing. It counts wrong passwords for a user <em>from one address</em>: a stranger cannot lock an officer
 * out, because the officer comes from elsewhere. Ten in six minutes are at most a hundred guesses in an hour.
 */
@Component
class Throttle {

    static final int TRIES = 10;
    static final Duration WINDOW = Duration.ofMinutes(6);

    private final Cache<Key, Guesses> guesses;

    Throttle(Clock clock) {
        this.guesses = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(WINDOW)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * Runs the check of a password unless there were too many wrong ones.
     *
     * @return what the check says
     * @throws TooManyAttemptsException instead of running it
     */
    boolean guard(String userId, String address, BooleanSupplier check) {
        var key = new Key(userId, address);
        boolean right = guesses.get(key, fresh -> new Guesses()).guess(check);
        if (right) {
            guesses.invalidate(key);
        }
        return right;
    }

    private record Key(String userId, String address) {}

    private static final class Guesses {

        private int wrong;

        /** One at a time: guesses sent in parallel would all be let through before the first is counted. */
        synchronized boolean guess(BooleanSupplier check) {
            if (wrong >= TRIES) {
                throw new TooManyAttemptsException();
            }
            boolean right = check.getAsBoolean();
            wrong = right ? 0 : wrong + 1;
            return right;
        }
    }
}
