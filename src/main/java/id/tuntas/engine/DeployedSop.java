package id.tuntas.engine;

import id.tuntas.sop.FormSchema;
import id.tuntas.sop.PictureXml;
import id.tuntas.sop.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
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
        return asNobody(() -> latest().map(ProcessDefinition::getId)
                .map(repository::getBpmnModelInstance)
                .flatMap(model -> model.getModelElementsByType(UserTask.class).stream())
                .map(Step::of)
                .toList());
    }

    /** What the latest procedures call their stages and other embedded sub-processes, by id. */
    public Map<String, String> stageNames() {
        return asNobody(() -> {
            Map<String, String> names = new HashMap<>();
            latest().map(ProcessDefinition::getId)
                    .map(repository::getBpmnModelInstance)
                    .flatMap(model -> model.getModelElementsByType(SubProcess.class).stream())
                    .filter(stage -> stage.getName() != null)
                    .forEach(stage -> names.putIfAbsent(stage.getId(), stage.getName()));
            return names;
        });
    }

    /** The latest version of every procedure, by the procedure's id. */
    public Map<String, Integer> versions() {
        return asNobody(
                () -> latest().collect(Collectors.toMap(ProcessDefinition::getKey, ProcessDefinition::getVersion)));
    }

    /** The picture of the latest version of a procedure, see {@link PictureXml}; empty if it is not deployed. */
    public Optional<byte[]> picture(String process) {
        return asNobody(() -> latest().filter(definition -> definition.getKey().equals(process))
                .findFirst()
                .map(definition -> {
                    try (InputStream bpmn = repository.getProcessModel(definition.getId())) {
                        return PictureXml.of(bpmn.readAllBytes());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
    }

    /** What the deployed forms call their fields, by the field's key; where forms differ, the first one's word by name. */
    public Map<String, String> fieldLabels() {
        return asNobody(() -> {
            Map<String, String> labels = new HashMap<>();
            latest().map(ProcessDefinition::getDeploymentId)
                    .distinct()
                    .flatMap(deployment -> repository.getDeploymentResourceNames(deployment).stream()
                            .filter(name -> name.endsWith(".form"))
                            .sorted()
                            .map(name -> read(deployment, name)))
                    .forEach(form -> form.labels().forEach(labels::putIfAbsent));
            return labels;
        });
    }

    private FormSchema read(String deployment, String name) {
        try (InputStream form = repository.getResourceAsStream(deployment, name)) {
            return FormSchema.parse(form.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Stream<ProcessDefinition> latest() {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .listPage(0, MOST)
                .stream();
    }

    /** Answers a question about the SOP, decisions included, without the reader's rights in the engine; changes nothing. */
    public <T> T asNobody(Supplier<T> question) {
        return AsNobody.call(identities, question);
    }
}
