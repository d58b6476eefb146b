package id.tuntas.engine;

import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Open steps, as a person sees them. */
@Component
public class Steps {

    private final TaskService tasks;
    private final IdentityService engineIdentities;
    private final Identities identities;

    Steps(TaskService tasks, IdentityService engineIdentities, Identities identities) {
        this.tasks = tasks;
        this.engineIdentities = engineIdentities;
        this.identities = identities;
    }

    /** Who holds the open steps of a district: user ids by step id. Steps nobody has taken are not in it. */
    public Map<String, String> holders(String districtId) {
        return AsNobody.call(engineIdentities, () -> tasks.createTaskQuery()
                        .tenantIdIn(districtId)
                        .taskAssigned()
                        .list())
                .stream()
                .collect(Collectors.toMap(Task::getId, Task::getAssignee));
    }

    /** Whether the step is open, in one of the person's districts and offered to or taken by him. */
    public boolean isVisibleTo(String userId, String stepId) {
        var groups = identities.groupsOf(userId);
        var districts = identities.districtsOf(userId);
        Authentication before = engineIdentities.getCurrentAuthentication();
        engineIdentities.setAuthentication(userId, groups, districts);
        try {
            return tasks.createTaskQuery().taskId(stepId).count() == 1;
        } finally {
            engineIdentities.setAuthentication(before);
        }
    }
}
