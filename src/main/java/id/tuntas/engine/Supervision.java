package id.tuntas.engine;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** Who is signed in, and whether they may move a step somebody works on. */
final class Supervision {

    /** Groups that may take a step from one officer and give it to another. */
    static final Set<String> SUPERVISORS = Set.of("penyelia-kasus", "manajer-kasus", "kepala-uptd", "camunda-admin");

    private Supervision() {}

    /** Null if the engine works for nobody: jobs, our own code, tests. */
    static Authentication signedIn() {
        Authentication authentication = Context.getCommandContext().getAuthentication();
        return authentication == null || authentication.getUserId() == null ? null : authentication;
    }

    static boolean isSupervisor(Authentication user) {
        List<String> groups = user.getGroupIds();
        return groups != null && groups.stream().anyMatch(SUPERVISORS::contains);
    }

    static boolean mayMove(Authentication user, String assignee) {
        return assignee == null || assignee.equals(user.getUserId()) || isSupervisor(user);
    }

    /** Who had the step before the running command; null if nobody. */
    static String assigneeBefore(TaskEntity task) {
        PropertyChange change = task.getPropertyChanges().get(TaskEntity.ASSIGNEE);
        return change == null ? task.getAssignee() : Objects.toString(change.getOrgValue(), null);
    }
}
