package id.tuntas.engine;

import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.bpmn.behavior.GatewayActivityBehavior;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.history.producer.DefaultDmnHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.runtime.Job;

/** History copies the fields of a variable, so a new variable is sealed just before; and it keeps no text of exceptions, and no gateways. */
final class SealedHistory extends CacheAwareHistoryEventProducer {

    private final Protection protection;

    SealedHistory(Protection protection) {
        this.protection = protection;
    }

    @Override
    protected void initHistoricVariableUpdateEvt(
            HistoricVariableUpdateEventEntity event, VariableInstanceEntity variable, HistoryEventType type) {
        protection.sealIfPending(variable);
        super.initHistoricVariableUpdateEvt(event, variable, type);
    }

    /** Level audit writes each text of a form once more, past the serializers. Nobody reads it: the variable is there. */
    @Override
    public HistoryEvent createFormPropertyUpdateEvt(
            ExecutionEntity execution, String propertyId, String propertyValue, String taskId) {
        return null;
    }

    @Override
    public HistoryEvent createActivityInstanceStartEvt(DelegateExecution execution) {
        return isGateway(execution) ? null : super.createActivityInstanceStartEvt(execution);
    }

    @Override
    public HistoryEvent createActivityInstanceEndEvt(DelegateExecution execution) {
        return isGateway(execution) ? null : super.createActivityInstanceEndEvt(execution);
    }

    /** No time passes there and nobody acts; which way was taken shows in what came next. A third of all rows otherwise. */
    private static boolean isGateway(DelegateExecution execution) {
        return ((ExecutionEntity) execution).getActivity().getActivityBehavior() instanceof GatewayActivityBehavior;
    }

    @Override
    public HistoryEvent createHistoricJobLogFailedEvt(Job job, Throwable exception) {
        return super.createHistoricJobLogFailedEvt(job, Failure.of(exception));
    }

    /** The history of decisions without that of a decision nobody's case asked for: its values would belong to no case. */
    static final class OfDecisions extends DefaultDmnHistoryEventProducer {

        @Override
        public HistoryEvent createDecisionEvaluatedEvt(DmnDecisionEvaluationEvent evaluation) {
            return null;
        }
    }
}
