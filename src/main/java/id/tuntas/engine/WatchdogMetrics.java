package id.tuntas.engine;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What the watchdog sees, as numbers for a curve: {@code /actuator/metrics/tuntas.timers.overdue} and its sister. */
@Component
class WatchdogMetrics implements MeterBinder {

    private final Watchdog watchdog;

    WatchdogMetrics(Watchdog watchdog) {
        this.watchdog = watchdog;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "tuntas.timers.overdue",
                        watchdog,
                        seen -> seen.look().overdue().toMillis() / 1000.0)
                .description("How long the oldest due timer that has not fired has been due; 0 if there is none")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("tuntas.jobs.failed", watchdog, seen -> seen.look().failed())
                .description("Jobs without retries left")
                .baseUnit("jobs")
                .register(registry);
    }
}
