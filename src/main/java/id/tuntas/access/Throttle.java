package id.tuntas.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Slows down guessing, for known and unknown users alike. Wrong guesses count for a user <em>from one address</em>, and
 * for the user from all addresses together, so that a thousand addresses get no more than a few dozen guesses. Who comes
 * with a device that has signed in as this user before has an allowance of his own: strangers cannot use it up.
 */
final class Throttle {

    static final int TRIES = 10;
    static final Duration WINDOW = Duration.ofMinutes(6);

    private static final int LONGEST_ID = 64;

    private final Limits limits;
    private final Clock clock;
    private final Cache<Key, Guesses> places;
    private final Cache<String, Bucket> users;

    Throttle(Limits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
        this.places = cache(clock, WINDOW);
        this.users = cache(clock, Duration.ofHours(2));
    }

    /**
     * Runs the check unless there were too many wrong guesses.
     *
     * @param device id of a device that has signed in as this user before, null if there is none
     * @return what the check says
     * @throws TooManyAttemptsException instead of running it
     */
    boolean guard(String userId, String address, String device, BooleanSupplier check) {
        String user = userId.length() > LONGEST_ID ? userId.substring(0, LONGEST_ID) : userId;
        var key = new Key(user, device == null ? address : "device " + device);
        BooleanSupplier counted = device == null ? () -> bucketOf(user).guess(check) : check;
        boolean right = places.get(key, fresh -> new Guesses()).guess(counted);
        if (right) {
            places.invalidate(key);
        }
        return right;
    }

    private Bucket bucketOf(String user) {
        return users.get(user, fresh -> new Bucket());
    }

    private static <K, V> Cache<K, V> cache(Clock clock, Duration kept) {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(kept)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .build();
    }

    /**
     * @param tries wrong guesses for one user from one place within {@link #WINDOW}
     * @param atOnce wrong guesses for one user from everywhere, at once
     * @param perHour and so many more in each hour; two nodes count each for itself
     */
    record Limits(int tries, int atOnce, int perHour) {}

    private record Key(String userId, String place) {}

    private final class Guesses {

        private int wrong;

        /** One at a time: guesses sent in parallel would all be let through before the first is counted. */
        synchronized boolean guess(BooleanSupplier check) {
            if (wrong >= limits.tries) {
                throw new TooManyAttemptsException();
            }
            boolean right = check.getAsBoolean();
            wrong = right ? 0 : wrong + 1;
            return right;
        }
    }

    /** Fills again by the hour; a right guess costs nothing. */
    private final class Bucket {

        private double left = limits.atOnce;
        private long at = clock.millis();

        boolean guess(BooleanSupplier check) {
            take();
            boolean right = false;
            try {
                right = check.getAsBoolean();
            } finally {
                if (right) {
                    giveBack();
                }
            }
            return right;
        }

        private synchronized void take() {
            long now = clock.millis();
            double hours = Math.max(0, now - at) / (double) Duration.ofHours(1).toMillis();
            left = Math.min(limits.atOnce, left + hours * limits.perHour);
            at = now;
            if (left < 1) {
                throw new TooManyAttemptsException();
            }
            left--;
        }

        private synchronized void giveBack() {
            left++;
        }
    }
}
