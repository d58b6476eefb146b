package id.tuntas.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.springframework.stereotype.Component;

/** Ids of people, groups and districts, and what it means to be offered a step and to have taken one. */
@Component
class IdentityPlugin extends AbstractProcessEnginePlugin {

    private static final String KEBAB_CASE = "[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*";

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setGeneralResourceWhitelistPattern(KEBAB_CASE);
        // take and complete, but neither hand to somebody else nor write single variables
        engine.setDefaultUserPermissionNameForTask(TaskPermissions.TASK_WORK.getName());
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new StepRights()));
    }
}
