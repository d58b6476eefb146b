package id.tuntas.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Two rules the engine's permissions cannot say: a step somebody has taken is worked by nobody else, and whoever took it
 * may give it back. (The permission to reassign would let him give it to anybody, so no group has it.)
 */
final class StepRights extends AuthorizationCommandChecker {

    @Override
    public void checkTaskWork(TaskEntity step) {
        super.checkTaskWork(step);
        String user = checkedUser();
        if (user != null && step.getAssignee() != null && !user.equals(step.getAssignee())) {
            throw new AuthorizationException(
                    user, TaskPermissions.TASK_WORK.getName(), Resources.TASK.resourceName(), step.getId());
        }
    }

    @Override
    public void checkTaskAssign(TaskEntity step) {
        String user = checkedUser();
        if (user == null || !user.equals(step.getAssignee())) {
            super.checkTaskAssign(step);
        }
    }

    /** The signed-in user, or null where the engine works for itself and checks nothing. */
    private static String checkedUser() {
        var context = Context.getCommandContext();
        return context.isAuthorizationCheckEnabled() ? context.getAuthenticatedUserId() : null;
    }
}
