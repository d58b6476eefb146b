package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTest {

    private static final int NODES = 2;

    private final Moving clock = new Moving();
    private final Throttle throttle = new Throttle(Throttles.PASSWORDS, clock);

    @ParameterizedTest
    @ValueSource(strings = {"peksos", "tidak-ada"})
    void letsThroughFewerThanAHundredGuessesInAnyHourFromAThousandAddresses(String user) {
        int first = guessesIn(Duration.ofHours(1), user);
        int second = guessesIn(Duration.ofHours(1), user);
        assertThat(first * NODES).isLessThan(100);
        assertThat(second * NODES).isLessThan(100);
        assertThat(second).as("it fills again").isPositive();
    }

    @Test
    void leavesTheOwnerInWithADeviceHeHasUsedBefore() {
        guessesIn(Duration.ofHours(1), "peksos");
        assertThatThrownBy(() -> throttle.guard("peksos", "192.0.2.200", null, () -> true))
                .isInstanceOf(TooManyAttemptsException.class);
        assertThat(throttle.guard("peksos", "192.0.2.200", "laptop", () -> true))
                .isTrue();
    }

    @Test
    void countsGuessesFromAKnownDeviceToo() {
        for (int i = 0; i < Throttle.TRIES; i++) {
            assertThat(throttle.guard("peksos", "192.0.2.1", "laptop", () -> false))
                    .isFalse();
        }
        assertThatThrownBy(() -> throttle.guard("peksos", "192.0.2.1", "laptop", () -> true))
                .isInstanceOf(TooManyAttemptsException.class);
    }

    @Test
    void countsNoRightPassword() {
        for (int i = 0; i < 200; i++) {
            assertThat(throttle.guard("peksos", "192.0.2." + i, null, () -> true))
                    .isTrue();
        }
    }

    /** One guess each second, each from another address. */
    private int guessesIn(Duration time, String user) {
        int through = 0;
        for (int second = 0; second < time.toSeconds(); second++) {
            try {
                throttle.guard(user, "10.0." + second / 250 + "." + second % 250, null, () -> false);
                through++;
            } catch (TooManyAttemptsException e) {
                // not let through
            }
            clock.now = clock.now.plusSeconds(1);
        }
        return through;
    }

    private static final class Moving extends Clock {

        private Instant now = Instant.parse("2026-11-22T00:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
