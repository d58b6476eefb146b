package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.engine.PatientJobExecutor.AllUnderWayFirst;
import java.io.IOException;
import java.util.List;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.task.SyncTaskExecutor;

class PatientJobExecutorTest {

    private static final String ENGINE = "default";
    private static final int AT_ONCE = 60;

    private final JobAcquisitionContext cycle = new JobAcquisitionContext();
    private AllUnderWayFirst strategy;

    @BeforeEach
    void executor() {
        SpringJobExecutor executor = new SpringJobExecutor();
        executor.setMaxJobsPerAcquisition(AT_ONCE);
        strategy = new AllUnderWayFirst(executor);
    }

    @Test
    void looksForNoMoreJobsWhileOneStillWaitsForAThread() {
        found(AT_ONCE);
        cycle.submitRejectedBatch(ENGINE, List.of("job-60"));
        strategy.reconfigure(cycle);
        assertThat(strategy.getNumJobsToAcquire(ENGINE)).isZero();
        assertThat(strategy.getWaitTime()).as("is not idle").isZero();
    }

    @Test
    void triesTheWaitingOnesAgainSoonWhenThereIsNoThreadForAnyOfThem() {
        found(0);
        cycle.submitAdditionalJobBatch(ENGINE, List.of("job-60"));
        cycle.submitRejectedBatch(ENGINE, List.of("job-60"));
        strategy.reconfigure(cycle);
        assertThat(strategy.getNumJobsToAcquire(ENGINE)).isZero();
        assertThat(strategy.getWaitTime()).isEqualTo(100);
    }

    @Test
    void looksForAsManyAsEverOnceAllAreUnderWay() {
        found(AT_ONCE);
        cycle.submitRejectedBatch(ENGINE, List.of("job-60"));
        strategy.reconfigure(cycle);
        cycle.reset();
        found(0);
        strategy.reconfigure(cycle);
        assertThat(strategy.getNumJobsToAcquire(ENGINE)).isEqualTo(AT_ONCE);
        assertThat(strategy.getWaitTime()).isZero();
    }

    @Test
    void waitsWhenFewerAreDueThanItLookedFor() {
        found(AT_ONCE, 3);
        strategy.reconfigure(cycle);
        assertThat(strategy.getNumJobsToAcquire(ENGINE)).isEqualTo(AT_ONCE);
        assertThat(strategy.getWaitTime()).isPositive();
    }

    @Test
    void neverSleepsLongerThanTheShippedFiveSecondsHoweverLongNothingWasDue() throws IOException {
        PatientJobExecutor executor = shipped();
        strategy = new AllUnderWayFirst(executor);
        for (int idle = 0; idle < 100; idle++) {
            cycle.reset();
            found(executor.getMaxJobsPerAcquisition(), 0);
            strategy.reconfigure(cycle);
            assertThat(strategy.getWaitTime()).isBetween(1L, 5_000L);
        }
        assertThat(strategy.getWaitTime()).isEqualTo(5_000);
        assertThat(executor.getLockTimeInMillis()).isEqualTo(60_000);
        assertThat(executor.getMaxJobsPerAcquisition()).isEqualTo(AT_ONCE);
    }

    private static PatientJobExecutor shipped() throws IOException {
        var file = new YamlPropertySourceLoader().load("shipped", new ClassPathResource("application.yaml"));
        CamundaBpmProperties camunda = new CamundaBpmProperties();
        camunda.setJobExecution(new Binder(ConfigurationPropertySources.from(file))
                .bind("camunda.bpm.job-execution", JobExecutionProperty.class)
                .get());
        return new PatientJobExecutor(new SyncTaskExecutor(), camunda);
    }

    private void found(int asked) {
        found(asked, asked);
    }

    private void found(int asked, int found) {
        AcquiredJobs jobs = new AcquiredJobs(asked);
        for (int number = 1; number <= found; number++) {
            jobs.addJobIdBatch("job-" + number);
        }
        cycle.submitAcquiredJobs(ENGINE, jobs);
    }
}
