package id.tuntas.engine;

import id.tuntas.sla.StepCatalog;
import id.tuntas.sop.Step;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    /** What is deployed under an id never changes. */
    private final Map<Place, Step> known = new ConcurrentHashMap<>();

    DeployedSteps(ObjectProvider<RepositoryService> repository) {
        this.repository = repository;
    }

    @Override
    public Optional<Step> find(String processDefinitionId, String stepId) {
        if (stepId == null) {
            return Optional.empty();
        }
        return Stream.ofNullable(processDefinitionId)
                .flatMap(definition -> stepOf(definition, stepId))
                .findFirst()
                .or(() -> latest().flatMap(definition -> stepOf(definition, stepId))
                        .findFirst());
    }

    private Stream<Step> stepOf(String processDefinitionId, String stepId) {
        Place place = new Place(processDefinitionId, stepId);
        Step step = known.get(place);
        if (step == null) {
            ModelElementInstance element = repository
                    .getObject()
                    .getBpmnModelInstance(processDefinitionId)
                    .getModelElementById(stepId);
            step = element instanceof Activity activity ? Step.of(activity) : null;
            if (step != null) {
                known.put(place, step);
            }
        }
        return Stream.ofNullable(step);
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

    private record Place(String processDefinitionId, String stepId) {}
}
