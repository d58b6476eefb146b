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
 * A timer of a step that is fired before the step's time, in Cockpit or because a date had drifted, says nothing about
 * the step: it is set again to when the ledger says. Every "late" is true.
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
        boolean early = job != null
                && ClockTimer.isClock(job, execution.getProcessDefinition())
                && clocks.isEarly(execution.getId(), timer.getEventScope().getId());
        if (early) {
            Authentication user = Supervision.signedIn();
            clocks.firedEarly(execution.getId(), user == null ? null : user.getUserId());
            TimerDeclarationImpl.getDeclarationsForScope(timer.getEventScope())
                    .get(timer.getActivityId())
                    .createTimer(execution);
        } else {
            super.execute(configuration, execution, engine, tenantId);
        }
    }
}
