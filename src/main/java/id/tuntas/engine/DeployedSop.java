package id.tuntas.engine;

import id.tuntas.sop.Step;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.stereotype.Component;

/**
 * The SOP as it is deployed, for those who read about it and do not work in it. The engine would show each reader only
 * the procedures he may start or work in, and authors none at all; but what the SOP says is the same for everybody.
 */
@Component
public class DeployedSop {

    private static final int MOST = 200;

    private final RepositoryService repository;
    private final IdentityService identities;

    DeployedSop(RepositoryService repository, IdentityService identities) {
        this.repository = repository;
        this.identities = identities;
    }

    /** User tasks of the latest version of every procedure, by the procedure's id and then in document order. */
    public List<Step> steps() {
        return asNobody(
                () -> repository
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .orderByProcessDefinitionKey()
                        .asc()
                        .listPage(0, MOST)
                        .stream()
                        .map(ProcessDefinition::getId)
                        .map(repository::getBpmnModelInstance)
                        .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                        .map(Step::of)
                        .toList());
    }

    /** Answers a question about the SOP, decisions included, without the reader's rights in the engine; changes nothing. */
    public <T> T asNobody(Supplier<T> question) {
        return AsNobody.call(identities, question);
    }
}
