package id.tuntas.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.tuntas.sop.FormSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** What somebody who decides about rights has to know of a step. Asks the engine for itself, whoever is signed in. */
@Component
public class StepLooks {

    private final TaskService tasks;
    private final RuntimeService instances;
    private final FormService forms;
    private final HistoryService history;
    private final IdentityService identities;

    /** A step and its form are deployed together and never change. */
    private final Cache<DeployedStep, Set<String>> shown =
            Caffeine.newBuilder().maximumSize(500).build();

    StepLooks(
            TaskService tasks,
            RuntimeService instances,
            FormService forms,
            HistoryService history,
            IdentityService identities) {
        this.tasks = tasks;
        this.instances = instances;
        this.forms = forms;
        this.history = history;
        this.identities = identities;
    }

    /** Empty if there is no such open step of a process. */
    public Optional<StepLook> of(String stepId) {
        return AsNobody.call(identities, () -> Optional.ofNullable(
                        tasks.createTaskQuery().taskId(stepId).singleResult())
                .filter(task -> task.getProcessInstanceId() != null)
                .map(this::look));
    }

    /** Whether the person has taken a step of the case at any time: claimed it, and perhaps completed it. */
    public boolean hasWorkedOn(String userId, String rootProcessInstanceId) {
        return AsNobody.call(
                identities,
                () -> history.createHistoricTaskInstanceQuery()
                                .rootProcessInstanceId(rootProcessInstanceId)
                                .taskAssignee(userId)
                                .count()
                        > 0);
    }

    private StepLook look(Task task) {
        ProcessInstance instance = instances
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult();
        return new StepLook(
                task.getId(),
                task.getTaskDefinitionKey(),
                caseNumber(instance.getId()),
                instance.getRootProcessInstanceId(),
                task.getTenantId(),
                task.getAssignee(),
                shown.get(
                        new DeployedStep(task.getProcessDefinitionId(), task.getTaskDefinitionKey()),
                        step -> shownBy(task.getId())));
    }

    /** By its name alone: asking the step would read, and decrypt, everything its scopes hold. Null if there is none. */
    private String caseNumber(String processInstanceId) {
        VariableInstance number = instances
                .createVariableInstanceQuery()
                .variableScopeIdIn(processInstanceId)
                .variableName("nomorKasus")
                .singleResult();
        return number == null || number.getValue() == null
                ? null
                : number.getValue().toString();
    }

    /** Nothing, if the step has no form. */
    private Set<String> shownBy(String stepId) {
        TaskFormData form = forms.getTaskFormData(stepId);
        if (form == null || form.getCamundaFormRef() == null) {
            return Set.of();
        }
        try (InputStream text = forms.getDeployedTaskForm(stepId)) {
            return Set.copyOf(FormSchema.parse(text.readAllBytes()).shown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record DeployedStep(String processDefinitionId, String key) {}
}
