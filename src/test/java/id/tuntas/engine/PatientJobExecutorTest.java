package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.engine.PatientJobExecutor.AllUnderWayFirst;
import java.util.List;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatientJobExecutorTest {

    private static final String ENGINE = "default";
    private static final int AT_ONCE = 20;

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
        cycle.submitRejectedBatch(ENGINE, List.of("job-20"));
        strategy.reconfigure(cycle);
        assertThat(strategy.getNumJobsToAcquire(ENGINE)).isZero();
        assertThat(strategy.getWaitTime()).as("is not idle").isZero();
    }

    @Test
    void triesTheWaitingOnesAgainSoonWhenThereIsNoThreadForAnyOfThem() {
        found(0);
        cycle.submitAdditionalJobBatch(ENGINE, List.of("job-20"));
        cycle.submitRejectedBatch(ENGINE, List.of("job-20"));
        strategy.reconfigure(cycle);
        assertThat(strategy.getNumJobsToAcquire(ENGINE)).isZero();
        assertThat(strategy.getWaitTime()).isEqualTo(100);
    }

    @Test
    void looksForAsManyAsEverOnceAllAreUnderWay() {
        found(AT_ONCE);
        cycle.submitRejectedBatch(ENGINE, List.of("job-20"));
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
