package id.tuntas.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;

/** The engine's handler of a process' start form, behind the guard. */
final class GuardedStartForm implements StartFormHandler {

    private final StartFormHandler form;
    private final FormGuard guard;

    GuardedStartForm(StartFormHandler form, FormGuard guard) {
        this.form = form;
        this.guard = guard;
    }

    @Override
    public void submitFormVariables(VariableMap submitted, VariableScope process) {
        StartFormData data = createStartFormData(((ExecutionEntity) process).getProcessDefinition());
        form.submitFormVariables(guard.admit(data, submitted, process), process);
    }

    @Override
    public StartFormData createStartFormData(ProcessDefinitionEntity definition) {
        return form.createStartFormData(definition);
    }

    @Override
    public void parseConfiguration(
            Element activity, DeploymentEntity deployment, ProcessDefinitionEntity definition, BpmnParse parse) {
        // the guarded handler was configured before it was wrapped
    }
}
