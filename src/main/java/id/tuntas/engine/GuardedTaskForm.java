package id.tuntas.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's handler of a step's form, behind the guard. */
final class GuardedTaskForm implements TaskFormHandler {

    private final TaskFormHandler form;
    private final FormGuard guard;

    GuardedTaskForm(TaskFormHandler form, FormGuard guard) {
        this.form = form;
        this.guard = guard;
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope step) {
        TaskEntity task = (TaskEntity) step;
        TaskFormData data = createTaskForm(task);
        VariableMap answers = guard.admit(data, submitted, step);
        guard.uncover(data, task);
        form.submitFormVariables(answers, step);
    }

    void open(DelegateTask step) {
        TaskEntity task = (TaskEntity) step;
        guard.emptyFields(createTaskForm(task), task);
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        return form.createTaskForm(task);
    }

    @Override
    public void parseConfiguration(
            Element activity, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        // the guarded handler was configured before it was wrapped
    }
}
