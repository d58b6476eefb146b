package id.tuntas.engine;

import static id.tuntas.testing.Fixtures.MANADO;
import static id.tuntas.testing.Fixtures.MANGGARAI_BARAT;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.EngineTest;
import id.tuntas.testing.Fixtures;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The case's one timer is due on 24 November at midnight; nothing fires by itself here. */
@EngineTest
class WatchdogTest {

    private static final Duration A_MINUTE = Duration.ofSeconds(60);

    @Autowired
    Fixtures fixtures;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    private Watchdog watchdog;
    private TimersHealthIndicator health;
    private ProcessInstance instance;

    /** Other tests of the same database leave timers behind. */
    @BeforeEach
    void oneTimer() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(one -> runtime.deleteProcessInstance(one.getId(), "watchdog"));
        watchdog = new Watchdog(db, clock);
        health = new TimersHealthIndicator(watchdog, A_MINUTE);
        fixtures.deployed("kasus.bpmn");
        fixtures.signedInFrom(MANGGARAI_BARAT);
        fixtures.timeIs("2026-11-21T00:00:00Z");
        instance = fixtures.started("penanganan-korban");
    }

    @Test
    void sleepsUntilATimerIsDue() {
        fixtures.timeIs("2026-11-23T23:59:59Z");

        assertThat(watchdog.look()).isEqualTo(new Watchdog.Look(null, Duration.ZERO, 0, 0));
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void allowsTheJobExecutorItsMinute() {
        fixtures.timeIs("2026-11-24T00:01:00Z");

        assertThat(watchdog.look().overdue()).isEqualTo(A_MINUTE);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void barksWhenADueTimerHasWaitedForLonger() {
        fixtures.timeIs("2026-11-24T00:01:01Z");

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails())
                .containsEntry("overdueSeconds", 61L)
                .containsEntry("latestFiringSeconds", 60L)
                .containsEntry("oldestDue", "2026-11-24T00:00:00Z");
    }

    @Test
    void isQuietAgainWhenTheTimerHasFired() {
        fixtures.timeIs("2026-11-24T00:01:01Z");

        management.executeJob(timer().getId());

        assertThat(watchdog.look().oldestDue()).isNull();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void seesASuspendedTimerToo() {
        runtime.suspendProcessInstanceById(instance.getId());
        assertThat(health.health().getDetails()).containsEntry("suspendedJobs", 1L);
        assertThat(health.health().getStatus())
                .as("a pause before the deadline")
                .isEqualTo(Status.UP);

        fixtures.timeIs("2026-11-24T01:00:00Z");

        assertThat(watchdog.look().overdue()).isEqualTo(Duration.ofHours(1));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void barksAtAJobThatNobodyWillTryAgain() {
        management.setJobRetries(timer().getId(), 0);

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails()).containsEntry("failedJobs", 1L);
    }

    @Test
    void seesEveryDistrictWhoeverAsks() {
        fixtures.timeIs("2026-11-24T02:00:00Z");
        fixtures.signedInFrom(MANADO);

        assertThat(watchdog.look().overdue()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void givesTheSameNumbersToTheMonitor() {
        var numbers = new SimpleMeterRegistry();
        new WatchdogMetrics(watchdog).bindTo(numbers);
        fixtures.timeIs("2026-11-24T00:00:01.500Z");
        management.setJobRetries(timer().getId(), 0);

        assertThat(numbers.get("tuntas.timers.overdue").gauge().value()).isEqualTo(1.5);
        assertThat(numbers.get("tuntas.jobs.failed").gauge().value()).isEqualTo(1);
    }

    private Job timer() {
        return management
                .createJobQuery()
                .processInstanceId(instance.getId())
                .timers()
                .singleResult();
    }
}
