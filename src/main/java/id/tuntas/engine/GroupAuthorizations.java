package id.tuntas.engine;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the engine allows a group, said in one place. Rights on a single step are not here: the engine gives them to the
 * groups the step is offered to, see {@link IdentityPlugin}.
 */
@Component
@Transactional
public class GroupAuthorizations {

    private static final List<String> APPLICATIONS = List.of("tasklist");

    private final AuthorizationService authorizations;

    GroupAuthorizations(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /**
     * Lets a group work on steps.
     *
     * @param groupId an existing group
     * @param readable keys of the process definitions it may look at
     * @param startable keys of those it may also start
     */
    public void grantWork(String groupId, List<String> readable, List<String> startable) {
        APPLICATIONS.forEach(app -> grant(groupId, Resources.APPLICATION, app, Permissions.ACCESS));
        grant(groupId, Resources.FILTER, Authorization.ANY, Permissions.READ);
        readable.forEach(key -> grant(groupId, Resources.PROCESS_DEFINITION, key, ProcessDefinitionPermissions.READ));
        startable.forEach(key -> grant(
                groupId,
                Resources.PROCESS_DEFINITION,
                key,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.CREATE_INSTANCE));
        if (!startable.isEmpty()) {
            // READ is what Tasklist needs to print the case's number and risk on a card: it shows the variables that a
            // shared filter names. Otherwise the web door lets nobody but administrators ask for instances or
            // variables.
            grant(groupId, Resources.PROCESS_INSTANCE, Authorization.ANY, Permissions.READ, Permissions.CREATE);
        }
    }

    /** Lets a group do everything the engine knows. */
    public void grantEverything(String groupId) {
        for (Resource resource : Resources.values()) {
            grant(groupId, resource, Authorization.ANY, Permissions.ALL);
        }
    }

    private void grant(String groupId, Resource resource, String resourceId, Permission... permissions) {
        Authorization existing = authorizations
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(groupId)
                .resourceType(resource)
                .resourceId(resourceId)
                .singleResult();
        Authorization grant =
                existing == null ? authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT) : existing;
        grant.setGroupId(groupId);
        grant.setResource(resource);
        grant.setResourceId(resourceId);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}
