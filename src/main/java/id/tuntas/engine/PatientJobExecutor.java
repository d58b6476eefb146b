package id.tuntas.engine;

import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.jobexecutor.BackoffJobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultAcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionStrategy;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Looks for due jobs only when the last it found are all under way. The engine's own looks for as many as found no thread the
 * last time round, which is one or two once there are more jobs than threads; and each look goes through those under way.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class PatientJobExecutor extends SpringJobExecutor {

    PatientJobExecutor(@Qualifier("camundaTaskExecutor") TaskExecutor threads, CamundaBpmProperties camunda) {
        JobExecutionProperty settings = camunda.getJobExecution();
        setTaskExecutor(threads);
        setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        ifSet(settings.getMaxJobsPerAcquisition(), this::setMaxJobsPerAcquisition);
        ifSet(settings.getLockTimeInMillis(), this::setLockTimeInMillis);
        ifSet(settings.getWaitTimeInMillis(), this::setWaitTimeInMillis);
        ifSet(settings.getMaxWait(), this::setMaxWait);
        ifSet(settings.getWaitIncreaseFactor(), this::setWaitIncreaseFactor);
        ifSet(settings.getBackoffTimeInMillis(), this::setBackoffTimeInMillis);
        ifSet(settings.getMaxBackoff(), this::setMaxBackoff);
        ifSet(settings.getBackoffDecreaseThreshold(), this::setBackoffDecreaseThreshold);
    }

    private static <T> void ifSet(T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }

    @Override
    protected void ensureInitialization() {
        acquireJobsCmdFactory = new DefaultAcquireJobsCommandFactory(this);
        acquireJobsRunnable = new SequentialJobAcquisitionRunnable(this) {
            @Override
            protected JobAcquisitionStrategy initializeAcquisitionStrategy() {
                return new AllUnderWayFirst(jobExecutor);
            }
        };
    }

    static final class AllUnderWayFirst extends BackoffJobAcquisitionStrategy {

        AllUnderWayFirst(JobExecutor executor) {
            super(executor);
        }

        @Override
        protected void reconfigureNumberOfJobsToAcquire(JobAcquisitionContext cycle) {
            super.reconfigureNumberOfJobsToAcquire(cycle);
            cycle.getRejectedJobsByEngine().forEach((engine, waiting) -> {
                if (!waiting.isEmpty()) {
                    jobsToAcquire.put(engine, 0);
                }
            });
        }
    }
}
