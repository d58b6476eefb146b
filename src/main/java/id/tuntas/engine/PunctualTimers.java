package id.tuntas.engine;

import id.tuntas.sla.StepClocks;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerExecuteNestedActivityJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;

/**
 * When the timer of a step fires, the step is late. One that is fired before the step's time, in Cockpit or because a date
 * had drifted, says nothing about the step: it is set again to when the ledger says. Every "late" is true.
 */
final class PunctualTimers extends TimerExecuteNestedActivityJobHandler {

    private final StepClocks clocks;

    PunctualTimers(StepClocks clocks) {
        this.clocks = clocks;
    }

    @Override
    public void execute(
            TimerJobConfiguration configuration, ExecutionEntity execution, CommandContext engine, String tenantId) {
        JobEntity job = engine.getCurrentJob();
        ActivityImpl timer = execution.getProcessDefinition().findActivity(configuration.getTimerElementKey());
        boolean isClock = job != null && ClockTimer.isClock(job, execution.getProcessDefinition());
        if (isClock && !ranOut(execution, timer)) {
            TimerDeclarationImpl.getDeclarationsForScope(timer.getEventScope())
                    .get(timer.getActivityId())
                    .createTimer(execution);
        } else {
            super.execute(configuration, execution, engine, tenantId);
        }
    }

    private boolean ranOut(ExecutionEntity execution, ActivityImpl timer) {
        Authentication user = Supervision.signedIn();
        return clocks.ranOut(execution.getId(), timer.getEventScope().getId(), user == null ? null : user.getUserId());
    }
}
