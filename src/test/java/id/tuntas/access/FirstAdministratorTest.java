package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import id.tuntas.engine.Identities;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class FirstAdministratorTest {

    private final Identities identities = mock();
    private final Credentials credentials = mock();
    private Clock clock = Clock.fixed(Instant.parse("2026-11-21T00:00:00Z"), ZoneOffset.UTC);
    private final FirstAdministrator first =
            new FirstAdministrator(identities, credentials, TransactionOperations.withoutTransaction(), new Clock() {
                @Override
                public Instant instant() {
                    return clock.instant();
                }

                @Override
                public ZoneOffset getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }
            });

    @Test
    void isMadeOnceWithTheTokenFromTheLog() {
        String token = first.issue();
        assertThat(first.isWanted()).isTrue();
        first.create(" " + token + " ", "kepala-ti", "perahu layar biru");
        verify(credentials).set("kepala-ti", "perahu layar biru");
        verify(identities).ensurePerson(any());
        assertThat(first.isWanted()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> first.create(token, "lain", "perahu layar biru"));
    }

    @Test
    void isNotMadeWithAWrongTokenOrAnImpossibleName() {
        String token = first.issue();
        assertThatIllegalArgumentException().isThrownBy(() -> first.create("tebakan", "admin", "perahu layar biru"));
        assertThatIllegalArgumentException().isThrownBy(() -> first.create(token, "Admin X", "perahu layar biru"));
        verifyNoInteractions(credentials);
    }

    @Test
    void isNotMadeAfterHalfAnHour() {
        String token = first.issue();
        clock = Clock.offset(clock, Duration.ofMinutes(30));
        assertThatIllegalArgumentException().isThrownBy(() -> first.create(token, "admin", "perahu layar biru"));
    }

    @Test
    void isNotMadeWhenThereIsOne() {
        first.issue();
        when(identities.anyoneIn(Identities.ADMINISTRATORS)).thenReturn(true);
        assertThat(first.isWanted()).isFalse();
    }

    @Test
    void mayTryAgainWithABetterPassword() {
        String token = first.issue();
        doThrow(new WeakPasswordException("short")).when(credentials).set("admin", "pendek");
        assertThatThrownBy(() -> first.create(token, "admin", "pendek")).isInstanceOf(WeakPasswordException.class);
        assertThat(first.isWanted()).isTrue();
    }
}
