package id.tuntas.engine;

import org.camunda.bpm.engine.impl.history.event.HistoricDecisionInputInstanceEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricDecisionOutputInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricDetailVariableInstanceUpdateEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricVariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;

/** To which case a stored value belongs: its root process instance, as the row itself says. */
final class CaseOfValue {

    private CaseOfValue() {}

    /** Null for a value of no case, for a variable that is just being made, and for what is only searched for. */
    static String rootOf(ValueFields fields) {
        if (fields instanceof VariableInstanceEntity variable) {
            ExecutionEntity execution = variable.getExecution();
            return execution == null ? null : execution.getRootProcessInstanceId();
        }
        if (fields instanceof HistoricVariableInstanceEntity variable) {
            return variable.getRootProcessInstanceId();
        }
        if (fields instanceof HistoricDetailVariableInstanceUpdateEntity update) {
            return update.getRootProcessInstanceId();
        }
        if (fields instanceof HistoricDecisionInputInstanceEntity input) {
            return input.getRootProcessInstanceId();
        }
        return fields instanceof HistoricDecisionOutputInstanceEntity output ? output.getRootProcessInstanceId() : null;
    }

    /** Whether the fields are those of a row, and not of a query. */
    static boolean isStored(ValueFields fields) {
        return fields instanceof VariableInstanceEntity variable && !variable.isTransient()
                || fields instanceof HistoricVariableInstanceEntity
                || fields instanceof HistoricDetailVariableInstanceUpdateEntity
                || fields instanceof HistoricDecisionInputInstanceEntity
                || fields instanceof HistoricDecisionOutputInstanceEntity;
    }
}
