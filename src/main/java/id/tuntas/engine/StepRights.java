package id.tuntas.engine;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The engine's permissions, and one they cannot say: whoever has taken a step may give it back. The permission to
 * reassign, which the engine asks for, would let him give it to anybody, so no group has it. The other rules of a step
 * are {@link StepGuard}'s.
 */
final class StepRights extends AuthorizationCommandChecker {

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
