package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.BackoffJobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.spring.boot.starter.configuration.impl.DefaultJobConfiguration;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** How long a timer can be due before anybody looks, with the job executor as application.yaml makes it. */
class JobExecutorPauseTest {

    private static final long LONGEST_PAUSE = 5_000; // ms
    private static final int A_LONG_NIGHT = 1_000; // looks that find nothing
    private static final String ENGINE = "default";

    @Test
    void looksEveryFiveSecondsHoweverLongNothingWasDue() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withUserConfiguration(ShippedExecutor.class)
                .run(context -> assertThat(longestPause(context.getBean(JobExecutor.class)))
                        .isPositive()
                        .isLessThanOrEqualTo(LONGEST_PAUSE));
    }

    private static long longestPause(JobExecutor executor) {
        var pauses = new BackoffJobAcquisitionStrategy(executor);
        long longest = 0;
        for (int i = 0; i < A_LONG_NIGHT; i++) {
            var nothingFound = new JobAcquisitionContext();
            nothingFound.submitAcquiredJobs(ENGINE, new AcquiredJobs(executor.getMaxJobsPerAcquisition()));
            pauses.reconfigure(nothingFound);
            longest = Math.max(longest, pauses.getWaitTime());
        }
        return longest;
    }

    @EnableConfigurationProperties(CamundaBpmProperties.class)
    static class ShippedExecutor extends DefaultJobConfiguration.JobConfiguration {}
}
