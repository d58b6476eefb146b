package id.tuntas.vault;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether backups from before an erasure can still be opened: as long as a master key that had wrapped the destroyed keys
 * stands in the keystore. Also as the metric {@code tuntas.vault.erasures.waiting-for-rotation}, in seconds.
 *
 * <p>Knows the keystore this node was started with, not copies of it that lie elsewhere.
 */
@Component
public class OldBackups implements MeterBinder {

    private final JdbcClient db;
    private final MasterKeys masters;
    private final Clock clock;

    OldBackups(JdbcClient db, MasterKeys masters, Clock clock) {
        this.db = db;
        this.masters = masters;
        this.clock = clock;
    }

    /** Which of the certificate's master keys the keystore still has; empty if none, and then no old backup opens. */
    public List<String> openedBy(Erasure.Certificate certificate) {
        return openedBy(certificate.masterKeyIds());
    }

    /** Of all districts: the keystore is one for all. */
    Look look() {
        Instant now = clock.instant();
        List<Waiting> waiting = db
                .sql(
                        """
                        select master_key_ids, count(*) as many, min(erased_at) as oldest
                        from erasure_certificate group by master_key_ids""")
                .query((row, index) -> new Waiting(
                        row.getString("master_key_ids"),
                        row.getLong("many"),
                        row.getObject("oldest", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .filter(group -> !openedBy(group.masterKeyIds()).isEmpty())
                .toList();
        Instant oldest =
                waiting.stream().map(Waiting::oldest).min(Instant::compareTo).orElse(now);
        return new Look(
                waiting.stream().mapToLong(Waiting::many).sum(),
                oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now),
                waiting.stream()
                        .flatMap(group -> openedBy(group.masterKeyIds()).stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("tuntas.vault.erasures.waiting-for-rotation", this, backups -> backups.look()
                        .oldest()
                        .toSeconds())
                .description("How long ago the oldest case was erased whose old backups can still be opened; 0 if none")
                .baseUnit("seconds")
                .register(registry);
    }

    private List<String> openedBy(String masterKeyIds) {
        return Stream.of(masterKeyIds.split(","))
                .filter(masters.ids()::contains)
                .toList();
    }

    /**
     * @param erasures whose old backups can still be opened
     * @param oldest how long ago the oldest of them was erased; zero if there is none
     * @param masterKeys that have to be changed and destroyed
     */
    record Look(long erasures, Duration oldest, List<String> masterKeys) {}

    private record Waiting(String masterKeyIds, long many, Instant oldest) {}
}
