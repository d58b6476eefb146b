package id.tuntas.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Hangs the audit on every process and step the engine knows. */
@Component
class AuditPlugin extends AbstractProcessEnginePlugin {

    private final EngineAudit audit;

    AuditPlugin(EngineAudit audit) {
        this.audit = audit;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = with(engine.getCustomPostBPMNParseListeners(), new Listening());
        engine.setCustomPostBPMNParseListeners(listeners);
        List<HistoryEventHandler> handlers = with(engine.getCustomHistoryEventHandlers(), new AuditedHistory(audit));
        engine.setCustomHistoryEventHandlers(handlers);
        List<IncidentHandler> incidents = with(engine.getCustomIncidentHandlers(), new AuditedIncidents(audit));
        engine.setCompositeIncidentHandlersEnabled(true);
        engine.setCustomIncidentHandlers(incidents);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setCommandCheckers(with(engine.getCommandCheckers(), AuditedDeletion.of(audit)));
    }

    private static <T> List<T> with(List<T> before, T one) {
        List<T> list = before == null ? new ArrayList<>() : new ArrayList<>(before);
        list.add(one);
        return list;
    }

    /** Built-in listeners: no API call can skip them, as it can skip those of a model. */
    private final class Listening extends AbstractBpmnParseListener {

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) audit::began);
            process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) audit::ended);
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            TaskDefinition step = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            step.setTaskFormHandler(new AuditedTaskForm(step.getTaskFormHandler(), audit));
            step.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, (TaskListener) audit::assigned);
            step.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, (TaskListener) audit::completed);
            if (FourEyes.STEP.equals(activity.getId())) {
                step.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, new FourEyes());
            }
        }
    }
}
