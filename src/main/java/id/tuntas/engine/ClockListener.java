package id.tuntas.engine;

import id.tuntas.partner.ServiceOfStep;
import id.tuntas.shared.CurrentTask;
import id.tuntas.shared.ServiceKey;
import id.tuntas.sla.ClockSubject;
import id.tuntas.sla.ClockSubject.Kind;
import id.tuntas.sla.RiskOfCase;
import id.tuntas.sla.StepCatalog;
import id.tuntas.sla.StepClocks;
import id.tuntas.sla.StepClocks.Promise;
import id.tuntas.sop.Step;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** Tells the clocks what happens to steps and stages, in the engine's transaction. */
@Component
class ClockListener {

    private final StepClocks clocks;
    private final StepCatalog steps;
    private final MouAgencies agencies;

    ClockListener(StepClocks clocks, StepCatalog steps, MouAgencies agencies) {
        this.clocks = clocks;
        this.steps = steps;
        this.agencies = agencies;
    }

    void opened(DelegateTask step) {
        ExecutionEntity execution = ((TaskEntity) step).getExecution();
        Step promised = at(execution);
        if (promised.tenggat().standard().isEmpty()) {
            return; // the SOP's rules let no such step in; an engine without them may
        }
        String owner = step.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst()
                .orElse(null);
        Promise promise = open(step.getId(), Kind.LANGKAH, execution, promised, owner);
        step.setDueDate(Date.from(promise.dueAt()));
        step.setFollowUpDate(Date.from(promise.remindAt()));
    }

    void assigned(DelegateTask step) {
        if (step.getAssignee() == null) {
            clocks.unclaimed(step.getId());
        } else {
            clocks.claimed(step.getId(), step.getAssignee());
        }
    }

    void completed(DelegateTask step) {
        clocks.closed(step.getId(), true);
    }

    void cancelled(DelegateTask step) {
        clocks.closed(step.getId(), false);
    }

    void stageBegins(DelegateExecution execution) {
        Step promised = at(execution);
        if (!promised.tenggat().standard().isEmpty()) {
            open(execution.getActivityInstanceId(), Kind.TAHAP, (ExecutionEntity) execution, promised, null);
        }
    }

    void stageEnds(DelegateExecution execution) {
        clocks.closed(execution.getActivityInstanceId(), !execution.isCanceled());
    }

    private Step at(DelegateExecution execution) {
        return steps.find(execution.getProcessDefinitionId(), CurrentTask.idOf(execution))
                .orElseThrow();
    }

    private Promise open(String id, Kind kind, ExecutionEntity execution, Step step, String owner) {
        ProcessDefinitionEntity process = execution.getProcessDefinition();
        Object number = execution.getVariable("nomorKasus");
        ClockSubject subject = new ClockSubject(
                kind,
                number == null ? null : number.toString(),
                execution.getRootProcessInstanceId(),
                execution.getId(),
                process.getId(),
                process.getKey(),
                process.getVersion(),
                step.key(),
                step.stage(),
                ServiceOfStep.of(step, execution).map(ServiceKey::value).orElse(null),
                agencies.agencyOf(execution, step),
                execution.getTenantId(),
                owner);
        return clocks.opened(
                id,
                subject,
                step,
                RiskOfCase.at(execution),
                RiskOfCase.isTrafficking(execution),
                ClockTimer.isOn(execution.getActivity()));
    }
}
