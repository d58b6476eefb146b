package id.tuntas.engine;

import id.tuntas.engine.Memberships.Membership;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Open steps, as a person sees them. */
@Component
public class Steps {

    private final TaskService tasks;
    private final IdentityService engineIdentities;
    private final Memberships memberships;
    private final JdbcClient db;

    Steps(TaskService tasks, IdentityService engineIdentities, Memberships memberships, JdbcClient db) {
        this.tasks = tasks;
        this.engineIdentities = engineIdentities;
        this.memberships = memberships;
        this.db = db;
    }

    /** Whether the step is open, in one of the person's districts and offered to or taken by him. */
    public boolean isVisibleTo(String userId, String stepId) {
        Membership who = memberships.of(userId);
        return isTakenBy(userId, stepId, who) || isOfferedTo(userId, stepId, who);
    }

    /** Most questions are about a step one has taken, and need no look at what the groups may. */
    private boolean isTakenBy(String userId, String stepId, Membership who) {
        return db.sql("select tenant_id_ from act_ru_task where id_ = ? and assignee_ = ? and tenant_id_ is not null")
                .params(stepId, userId)
                .query(String.class)
                .optional()
                .filter(who.districts()::contains)
                .isPresent();
    }

    private boolean isOfferedTo(String userId, String stepId, Membership who) {
        Authentication before = engineIdentities.getCurrentAuthentication();
        engineIdentities.setAuthentication(userId, who.groups(), who.districts());
        try {
            return tasks.createTaskQuery().taskId(stepId).count() == 1;
        } finally {
            engineIdentities.setAuthentication(before);
        }
    }
}
