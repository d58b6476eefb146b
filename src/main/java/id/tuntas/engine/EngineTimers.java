package id.tuntas.engine;

import id.tuntas.sla.StepTimers;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Moves due dates, reminders and timers, past the guards that keep everybody else from doing so. */
@Component
class EngineTimers implements StepTimers {

    static final String STEP_IS_DONE = "langkah-selesai";

    private static final String NEXT_RUNG = "menunggu-anak-tangga-berikutnya";

    private final ProcessEngine engine;

    EngineTimers(ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public void move(String clockId, String executionId, Instant dueAt, Instant remindAt) {
        configuration().getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = context.getTaskManager().findTaskById(clockId);
            if (task != null) {
                task.setDueDate(Date.from(dueAt));
                task.setFollowUpDate(Date.from(remindAt));
                task.triggerUpdateEvent();
            }
            moveTimer(context, task == null ? executionId : task.getExecutionId(), dueAt);
            return null;
        });
    }

    private static void moveTimer(CommandContext context, String executionId, Instant dueAt) {
        ExecutionEntity execution = context.getExecutionManager().findExecutionById(executionId);
        if (execution != null) {
            ClockTimer.of(executionId, context)
                    .filter(job -> ClockTimer.isClock(job, execution.getProcessDefinition()))
                    .forEach(job -> job.setDuedate(Date.from(dueAt)));
        }
    }

    @Override
    public void offer(String taskId, String group) {
        asNobody(() -> {
            engine.getTaskService().addCandidateGroup(taskId, group);
            return null;
        });
    }

    @Override
    public void hurryLadder(String ladderInstanceId, Instant at, Duration atMost) {
        configuration().getCommandExecutorTxRequired().execute(context -> {
            ExecutionEntity ladder = context.getExecutionManager().findExecutionById(ladderInstanceId);
            if (ladder != null) {
                Duration before = Duration.parse(String.valueOf(ladder.getVariable(PilihAnakTangga.DISTANCE)));
                if (atMost.compareTo(before) < 0) {
                    ladder.setVariable(PilihAnakTangga.DISTANCE, atMost.toString());
                }
                context.getJobManager().findJobsByProcessInstanceId(ladderInstanceId).stream()
                        .filter(job -> NEXT_RUNG.equals(job.getActivityId()))
                        .filter(job -> job.getDuedate().toInstant().isAfter(at))
                        .forEach(job -> job.setDuedate(Date.from(at)));
            }
            return null;
        });
    }

    @Override
    public void endLadder(String ladderInstanceId) {
        asNobody(() -> engine.getRuntimeService()
                .createMessageCorrelation(STEP_IS_DONE)
                .processInstanceId(ladderInstanceId)
                .correlateAllWithResult());
    }

    /** It is the clock that acts, not whoever happens to be signed in. */
    private <T> T asNobody(Supplier<T> action) {
        return AsNobody.call(engine.getIdentityService(), action);
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }
}
