package id.tuntas.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.BpmnParseFactory;
import org.camunda.bpm.engine.impl.dmn.result.DecisionResultMapper;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * Stores the list that a decision makes as JSON, like the list a checklist makes. The engine would store a Java list,
 * which a form cannot show as its ticked boxes.
 */
class DecisionListsAsJson implements BpmnParseFactory {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public BpmnParse createBpmnParse(BpmnParser parser) {
        return new BpmnParse(parser) {
            @Override
            protected DecisionResultMapper parseDecisionResultMapper(Element businessRuleTask) {
                DecisionResultMapper mapper = super.parseDecisionResultMapper(businessRuleTask);
                return mapper == null ? null : result -> json(mapper.mapDecisionResult(result));
            }
        };
    }

    private static Object json(Object value) {
        if (!(value instanceof Collection<?> || value instanceof Map<?, ?>)) {
            return value;
        }
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(value)).create();
        } catch (JsonProcessingException e) {
            throw new ProcessEngineException("The result of the decision is no JSON", e);
        }
    }
}
