package id.tuntas.engine;

import java.util.List;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cmd.AbstractDeleteProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractPatchVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractSetProcessInstanceStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractVariableCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricProcessInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInvocationContext;

/** Hears from the engine's history what no listener of a model hears: deletion, suspension, variables set from outside. */
final class AuditedHistory implements HistoryEventHandler {

    private final EngineAudit audit;

    AuditedHistory(EngineAudit audit) {
        this.audit = audit;
    }

    @Override
    public void handleEvent(HistoryEvent event) {
        if (event instanceof HistoricProcessInstanceEventEntity process) {
            process(process);
        } else if (event instanceof HistoricVariableUpdateEventEntity variable && isSetFromOutside(variable)) {
            audit.variableSet(variable.getProcessInstanceId(), variable.getVariableName());
        }
    }

    @Override
    public void handleEvents(List<HistoryEvent> events) {
        events.forEach(this::handleEvent);
    }

    private void process(HistoricProcessInstanceEventEntity process) {
        if (process.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_END) && isDeleted(process)) {
            audit.deleted(process.getBusinessKey(), process.getProcessInstanceId());
        } else if (process.isEventOfType(HistoryEventTypes.PROCESS_INSTANCE_UPDATE)
                && command() instanceof AbstractSetProcessInstanceStateCmd) {
            audit.suspended(
                    process.getBusinessKey(),
                    process.getProcessInstanceId(),
                    HistoricProcessInstance.STATE_SUSPENDED.equals(process.getState()));
        }
    }

    /** By somebody, and not by the model, which also ends what it has called. */
    private static boolean isDeleted(HistoricProcessInstanceEventEntity process) {
        return command() instanceof AbstractDeleteProcessInstanceCmd
                || HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED.equals(process.getState());
    }

    /** By a command that sets variables; not what a step it opens hides from itself ({@link FormGuard#emptyFields}). */
    private static boolean isSetFromOutside(HistoricVariableUpdateEventEntity variable) {
        Command<?> command = command();
        boolean sets = command instanceof AbstractVariableCmd || command instanceof AbstractPatchVariablesCmd;
        return sets
                && variable.getProcessInstanceId() != null
                && (variable.getTaskId() == null
                        || command.getClass().getSimpleName().contains("Task"));
    }

    private static Command<?> command() {
        CommandInvocationContext invocation = Context.getCommandInvocationContext();
        return invocation == null ? null : invocation.getCommand();
    }
}
