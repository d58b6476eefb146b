package id.tuntas.engine;

import id.tuntas.shared.StepProperties;
import id.tuntas.sla.StepCatalog;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads steps from what is deployed. */
@Component
class DeployedSteps implements StepCatalog {

    // the engine needs the expression beans, and they need this: so it asks for the engine only when it is used
    private final ObjectProvider<RepositoryService> repository;

    DeployedSteps(ObjectProvider<RepositoryService> repository) {
        this.repository = repository;
    }

    @Override
    public Optional<StepProperties> find(String processDefinitionId, String stepId) {
        if (stepId == null) {
            return Optional.empty();
        }
        return definitions(processDefinitionId)
                .map(definition -> repository.getObject().getBpmnModelInstance(definition))
                .map(model -> model.<ModelElementInstance>getModelElementById(stepId))
                .filter(UserTask.class::isInstance)
                .map(step -> StepProperties.of((UserTask) step))
                .findFirst();
    }

    private Stream<String> definitions(String first) {
        Stream<String> others = repository
                .getObject()
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(ProcessDefinition::getId);
        return Stream.concat(Stream.ofNullable(first), others).distinct();
    }
}
