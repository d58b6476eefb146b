package id.tuntas.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
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
