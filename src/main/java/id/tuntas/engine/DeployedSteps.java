package id.tuntas.engine;

import id.tuntas.sla.StepCatalog;
import id.tuntas.sop.Step;
import java.util.Optional;
import java.util.function.Supplier;
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

    /** Looks further than the first definition only if the step is not in it. */
    private Stream<String> definitions(String first) {
        return Stream.<Supplier<Stream<String>>>of(() -> Stream.ofNullable(first), this::latest)
                .flatMap(Supplier::get)
                .distinct();
    }

    private Stream<String> latest() {
        return repository
                .getObject()
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .listPage(0, MOST)
                .stream()
                .map(ProcessDefinition::getId);
    }
}
