package id.tuntas.engine;

import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ProcessDefinitionImpl;

/** The boundary timers that are the clock of a step or a stage, in the model and among the jobs. */
final class ClockTimer {

    private static final String IS_CLOCK = "tuntas.clock";

    private ClockTimer() {}

    static void mark(ActivityImpl timer) {
        timer.setProperty(IS_CLOCK, true);
        ((ActivityImpl) timer.getEventScope()).setProperty(IS_CLOCK, true);
    }

    /** Whether a clock timer sits on the step or stage. */
    static boolean isOn(ActivityImpl stepOrStage) {
        return Boolean.TRUE.equals(stepOrStage.getProperty(IS_CLOCK));
    }

    static boolean isClock(JobEntity job, ProcessDefinitionImpl process) {
        if (!TimerExecuteNestedActivityJobHandler.TYPE.equals(job.getJobHandlerType()) || process == null) {
            return false;
        }
        ActivityImpl timer = process.findActivity(job.getActivityId());
        return timer != null && Boolean.TRUE.equals(timer.getProperty(IS_CLOCK));
    }

    /** Timers of an execution, those included that the running transaction has made and not yet written. */
    static Stream<TimerEntity> of(String executionId, CommandContext engine) {
        Collection<JobEntity> stored = engine.getJobManager().findJobsByExecutionId(executionId);
        Stream<JobEntity> fresh = engine.getDbEntityManager().getCachedEntitiesByType(JobEntity.class).stream();
        return Stream.concat(stored.stream(), fresh)
                .filter(job -> executionId.equals(job.getExecutionId()))
                .filter(TimerEntity.class::isInstance)
                .map(TimerEntity.class::cast)
                .distinct();
    }
}
