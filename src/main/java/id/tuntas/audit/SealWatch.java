package id.tuntas.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks for how long the oldest row has waited for its seal. Also as the metric {@code tuntas.audit.unsealed}, in seconds.
 */
@Component
class SealWatch implements MeterBinder {

    private final JdbcClient db;
    private final Clock clock;

    SealWatch(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Look look() {
        Instant now = clock.instant();
        return db.sql("select count(*) as waiting, min(happened_at) as oldest from audit_pending")
                .query((row, number) -> {
                    Instant oldest = AuditTable.instant(row, "oldest");
                    Duration age =
                            oldest == null || oldest.isAfter(now) ? Duration.ZERO : Duration.between(oldest, now);
                    return new Look(row.getLong("waiting"), age);
                })
                .single();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "tuntas.audit.unsealed",
                        this,
                        watch -> watch.look().oldest().toMillis() / 1000.0)
                .description("How long the oldest row of the audit without a seal has waited; 0 if there is none")
                .baseUnit("seconds")
                .register(registry);
    }

    /**
     * @param waiting rows without a seal
     * @param oldest how long ago the oldest of them happened; zero if there is none
     */
    record Look(long waiting, Duration oldest) {}
}
