package id.tuntas.engine;

import id.tuntas.sla.StepCatalog;
import id.tuntas.sop.Step;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads steps from what is deployed. */
@Component
class DeployedSteps implements StepCatalog {

    /** Of processes with different ids; the engine refuses a list without a limit to whoever is signed in. */
    private static final int MOST = 200;

    // the engine needs the expression beans, and they need this: so it asks for the engine only when it is used
    private final ObjectProvider<RepositoryService> repository;

    DeployedSteps(ObjectProvider<RepositoryService> repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Step> find(String processDefinitionId, String stepId) {
        if (stepId == null) {
            return Optional.empty();
        }
        return definitions(processDefinitionId)
                .map(definition -> repository.getObject().getBpmnModelInstance(definition))
                .map(model -> model.<ModelElementInstance>getModelElementById(stepId))
                .filter(Activity.class::isInstance)
                .map(step -> Step.of((Activity) step))
                .findFirst();
    }

    private Stream<String> definitions(String first) {
        Stream<String> others = repository
                .getObject()
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .listPage(0, MOST)
                .stream()
                .map(ProcessDefinition::getId);
        return Stream.concat(Stream.ofNullable(first), others).distinct();
    }
}
