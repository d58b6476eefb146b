package id.tuntas.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Remembers every flow node and sequence flow that was walked and every decision rule that matched. */
@Component
@Profile("!benchmark") // which measures the product alone
class WalkedPaths extends AbstractProcessEnginePlugin {

    private final Set<String> elements = new ConcurrentSkipListSet<>();
    private final Set<String> rules = new ConcurrentSkipListSet<>();

    /** Of the form process/element. */
    Set<String> elements() {
        return new TreeSet<>(elements);
    }

    /** Of the form decision/rule. */
    Set<String> rules() {
        return new TreeSet<>(rules);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new Watch());
        engine.setCustomPostBPMNParseListeners(listeners);
        engine.setDmnEngineConfiguration(watchDecisions(engine.getDmnEngineConfiguration()));
    }

    private DefaultDmnEngineConfiguration watchDecisions(DefaultDmnEngineConfiguration given) {
        DefaultDmnEngineConfiguration dmn = given == null ? new DefaultDmnEngineConfiguration() : given;
        List<DmnDecisionTableEvaluationListener> listeners =
                new ArrayList<>(dmn.getCustomPostDecisionTableEvaluationListeners());
        listeners.add(event -> event.getMatchingRules()
                .forEach(rule -> rules.add(event.getDecisionTable().getKey() + "/" + rule.getId())));
        dmn.setCustomPostDecisionTableEvaluationListeners(listeners);
        return dmn;
    }

    private final class Watch extends AbstractBpmnParseListener {

        @Override
        public void parseSequenceFlow(Element element, ScopeImpl scope, TransitionImpl flow) {
            String id = key(scope) + flow.getId();
            flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> elements.add(id));
        }

        @Override
        public void parseRootElement(Element root, List<ProcessDefinitionEntity> processes) {
            processes.forEach(process -> process.getActivities().forEach(this::watch));
        }

        private void watch(ActivityImpl activity) {
            String id = key(activity) + activity.getId();
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> elements.add(id));
            activity.getActivities().forEach(this::watch);
        }

        private String key(ScopeImpl scope) {
            return ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey() + "/";
        }
    }
}
