package id.tuntas.engine;

import id.tuntas.shared.Risk;
import id.tuntas.sla.Rebudget;
import id.tuntas.sla.StepClocks;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.stereotype.Component;

/**
 * Sees what changes a running clock: the risk of the case, whether the victim is one of trafficking, and a new version of
 * the SOP. The engine tells its history of it in the same transaction, whichever way the change came. What the case has
 * told others about the first two is told to them again, see {@link RiskCopies}.
 */
@Component
class CaseChanges implements HistoryEventHandler {

    private final Rebudget rebudget;
    private final StepClocks clocks;
    private final RiskCopies copies;

    CaseChanges(Rebudget rebudget, StepClocks clocks, RiskCopies copies) {
        this.rebudget = rebudget;
        this.clocks = clocks;
        this.copies = copies;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricVariableUpdateEventEntity variable && isOfCase(variable)) {
            variable(variable);
        } else if (event instanceof HistoricTaskInstanceEventEntity task
                && event.isEventOfType(HistoryEventTypes.TASK_INSTANCE_MIGRATE)) {
            clocks.migrated(
                    task.getTaskId(),
                    task.getExecutionId(),
                    task.getTaskDefinitionKey(),
                    task.getProcessDefinitionId(),
                    versionOf(task.getProcessDefinitionId()));
        } else if (event instanceof HistoricActivityInstanceEventEntity stage
                && event.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE)) {
            clocks.migrated(
                    stage.getActivityInstanceId(),
                    stage.getExecutionId(),
                    stage.getActivityId(),
                    stage.getProcessDefinitionId(),
                    versionOf(stage.getProcessDefinitionId()));
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private static int versionOf(String processDefinitionId) {
        return Context.getProcessEngineConfiguration()
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(processDefinitionId)
                .getVersion();
    }

    /** A called process has copies of the variables; the case's own counts. */
    private static boolean isOfCase(HistoricVariableUpdateEventEntity variable) {
        return variable.getTaskId() == null
                && variable.getProcessInstanceId() != null
                && variable.getProcessInstanceId().equals(variable.getRootProcessInstanceId())
                && variable.getProcessInstanceId().equals(variable.getExecutionId());
    }

    private void variable(HistoricVariableUpdateEventEntity variable) {
        switch (variable.getVariableName()) {
            case "tingkatRisiko" -> {
                tellCopies(variable);
                rebudget.riskIs(
                        variable.getProcessInstanceId(),
                        Risk.of(variable.getTextValue()).orElse(null));
            }
            case "unsurTppo" -> {
                tellCopies(variable);
                rebudget.traffickingIs(
                        variable.getProcessInstanceId(), Long.valueOf(1).equals(variable.getLongValue()));
            }
            default -> {
                // changes no clock
            }
        }
    }

    private void tellCopies(HistoricVariableUpdateEventEntity variable) {
        if (variable.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_CREATE)
                || variable.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE)) {
            copies.follow(variable);
        }
    }
}
