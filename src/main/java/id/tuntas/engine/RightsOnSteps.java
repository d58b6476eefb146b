package id.tuntas.engine;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityCache;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The rights that come with being offered a step. The engine's own looks in the database for those that are there, even on a
 * step that is only being made.
 */
final class RightsOnSteps extends DefaultAuthorizationProvider {

    @Override
    protected AuthorizationEntity getGrantAuthorization(
            String taskId, String userId, String groupId, Resource resource) {
        return isNew(taskId) ? null : super.getGrantAuthorization(taskId, userId, groupId, resource);
    }

    private static boolean isNew(String taskId) {
        DbEntityCache entities =
                Context.getCommandContext().getDbEntityManager().getDbEntityCache();
        TaskEntity task = entities.get(TaskEntity.class, taskId);
        return task != null && entities.isTransient(task);
    }
}
