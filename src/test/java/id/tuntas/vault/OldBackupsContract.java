package id.tuntas.vault;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.shared.CaseNumber;
import id.tuntas.testing.Fixtures;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.health.StatusAggregator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds on every database for old backups; certificates cannot be removed, so each test has keys of its own. */
abstract class OldBackupsContract {

    @Autowired
    Certificates certificates;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    @Autowired
    Fixtures fixtures;

    private String old;
    private String older;

    @BeforeEach
    void twoErasures() {
        old = "lama-" + UUID.randomUUID();
        older = "terlama-" + UUID.randomUUID();
        certify(older + "," + old, "2026-03-01T00:00:00Z");
        certify(old, "2026-05-01T00:00:00Z");
        fixtures.timeIs("2026-05-31T00:00:00Z");
    }

    @Test
    void openUntilTheirMasterKeyIsGone() {
        OldBackups before = with(old, older, "baru");
        assertThat(before.look()).isEqualTo(new OldBackups.Look(2, Duration.ofDays(91), list(old, older)));
        assertThat(before.openedBy(certificate(older + "," + old, Instant.EPOCH)))
                .containsExactly(older, old);

        OldBackups halfWay = with(older, "baru");
        assertThat(halfWay.look().erasures()).isOne();
        assertThat(halfWay.openedBy(certificate(old, Instant.EPOCH))).isEmpty();

        OldBackups after = with("baru");
        assertThat(after.look()).isEqualTo(new OldBackups.Look(0, Duration.ZERO, list()));
        assertThat(after.openedBy(certificate(older + "," + old, Instant.EPOCH)))
                .isEmpty();
    }

    @Test
    void areAWarningAfterAQuarterAndNeverAnAlarm() {
        VaultHealthIndicator health = new VaultHealthIndicator(with(old, older));
        fixtures.timeIs("2026-05-30T00:00:00Z");
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        fixtures.timeIs("2026-05-30T00:00:01Z");
        assertThat(health.health().getStatus()).isEqualTo(VaultHealthIndicator.WARNING);
        assertThat(health.health().getDetails())
                .containsEntry("erasuresWaitingForRotation", 2L)
                .containsEntry("oldestDays", 90L)
                .containsEntry("masterKeysToDestroy", list(old, older));
        assertThat(StatusAggregator.getDefault().getAggregateStatus(Status.UP, VaultHealthIndicator.WARNING))
                .isEqualTo(Status.UP);
        assertThat(new VaultHealthIndicator(with("baru")).health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void areACurveForAMonitor() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        OldBackups backups = with(old);
        backups.bindTo(registry);

        assertThat(registry.get("tuntas.vault.erasures.waiting-for-rotation")
                        .gauge()
                        .value())
                .isEqualTo(Duration.ofDays(91).toSeconds());
    }

    private void certify(String masterKeys, String at) {
        certificates.add(certificate(masterKeys, Instant.parse(at)));
    }

    private static Erasure.Certificate certificate(String masterKeys, Instant at) {
        return new Erasure.Certificate(
                CaseNumber.parse("CADANGAN-2026-0001"), 1, masterKeys, "Masa simpan habis", null, "operator", at);
    }

    private OldBackups with(String... masters) {
        return new OldBackups(
                db,
                new MasterKeys(
                        Stream.of(masters)
                                .collect(Collectors.toMap(
                                        Function.identity(), name -> new SecretKeySpec(new byte[32], "AES"))),
                        masters[0]),
                clock);
    }

    private static List<String> list(String... names) {
        return Stream.of(names).sorted().toList();
    }
}
