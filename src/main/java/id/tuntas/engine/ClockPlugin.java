package id.tuntas.engine;

import id.tuntas.sla.StepClocks;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandler;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Puts a clock on every step and stage of every process the engine knows, and guards it. */
@Component
class ClockPlugin extends AbstractProcessEnginePlugin {

    private static final String DUE_AT = "${sla.dueAt(execution)}";

    private final StepClocks clocks;
    private final ClockListener listener;
    private final CaseChanges changes;

    ClockPlugin(StepClocks clocks, ClockListener listener, CaseChanges changes) {
        this.clocks = clocks;
        this.listener = listener;
        this.changes = changes;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new Clocking());
        engine.setCustomPostBPMNParseListeners(listeners);
        timersFire(engine);
        List<HistoryEventHandler> handlers = new ArrayList<>(engine.getCustomHistoryEventHandlers());
        handlers.add(changes);
        engine.setCustomHistoryEventHandlers(handlers);
    }

    @SuppressWarnings("rawtypes") // so the engine declares it
    private void timersFire(ProcessEngineConfigurationImpl engine) {
        List<JobHandler> handlers = new ArrayList<>();
        if (engine.getCustomJobHandlers() != null) {
            handlers.addAll(engine.getCustomJobHandlers());
        }
        handlers.add(new PunctualTimers(clocks));
        engine.setCustomJobHandlers(handlers);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        List<CommandChecker> checkers = new ArrayList<>(engine.getCommandCheckers());
        checkers.add(ClockGuard.of(clocks));
        engine.setCommandCheckers(checkers);
    }

    /** Built-in listeners: no API call can skip them, as it can skip those of a model. */
    private final class Clocking extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            TaskDefinition step = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            Expression due = step.getDueDateExpression();
            if (due != null && DUE_AT.equals(due.getExpressionText())) {
                // the clock sets the due date as it starts; the engine would have it counted once more
                step.setDueDateExpression(null);
            }
            step.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener) listener::opened);
            step.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, (TaskListener) listener::assigned);
            step.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, (TaskListener) listener::completed);
            step.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, (TaskListener) listener::cancelled);
        }

        @Override
        public void parseSubProcess(Element element, ScopeImpl scope, ActivityImpl activity) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) listener::stageBegins);
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) listener::stageEnds);
        }

        @Override
        public void parseBoundaryTimerEventDefinition(Element element, boolean interrupting, ActivityImpl timer) {
            Element date =
                    element.element("timeDate") == null ? element.element("timeDuration") : element.element("timeDate");
            if (date != null && DUE_AT.equals(date.getText().strip())) {
                ClockTimer.mark(timer);
            }
        }
    }
}
