package id.tuntas.engine;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Puts a guard before every form and every step of every process the engine knows. */
@Component
final class StepGuardPlugin extends AbstractProcessEnginePlugin {

    private final FormGuard forms;

    StepGuardPlugin(Clock clock) {
        forms = new FormGuard(clock);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPostBPMNParseListeners());
        }
        listeners.add(new Guarding());
        engine.setCustomPostBPMNParseListeners(listeners);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        List<CommandChecker> checkers = new ArrayList<>(engine.getCommandCheckers());
        checkers.add(StepGuard.create());
        engine.setCommandCheckers(checkers);
    }

    private final class Guarding extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            TaskDefinition step = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            GuardedTaskForm form = new GuardedTaskForm(step.getTaskFormHandler(), forms);
            step.setTaskFormHandler(form);
            step.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, (TaskListener) form::open);
            step.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, new AssignmentGuard());
        }

        @Override
        public void parseProcess(Element element, ProcessDefinitionEntity process) {
            if (process.getStartFormHandler() == null) {
                return;
            }
            process.setStartFormHandler(new GuardedStartForm(process.getStartFormHandler(), forms));
            if (process.getStartFormDefinition().getCamundaFormDefinitionKey() != null) {
                process.addBuiltInListener(ExecutionListener.EVENTNAME_START, new StartGuard());
            }
        }
    }
}
