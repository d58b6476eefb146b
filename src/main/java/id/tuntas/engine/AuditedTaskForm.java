package id.tuntas.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;

/** The handler of a step's form, which also tells the audit which fields were sent in. */
final class AuditedTaskForm implements TaskFormHandler {

    private final TaskFormHandler form;
    private final EngineAudit audit;

    AuditedTaskForm(TaskFormHandler form, EngineAudit audit) {
        this.form = form;
        this.audit = audit;
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope step) {
        form.submitFormVariables(submitted, step);
        audit.submitted((TaskEntity) step, submitted.keySet());
    }

    @Override
    public TaskFormData createTaskForm(TaskEntity task) {
        return form.createTaskForm(task);
    }

    @Override
    public void parseConfiguration(
            Element activity, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        // the handler was configured before it was wrapped
    }
}
