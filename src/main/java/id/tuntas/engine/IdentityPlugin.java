package id.tuntas.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.springframework.stereotype.Component;

/** What it means to be offered a step and to have taken one. */
@Component
class IdentityPlugin extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        // take and complete, but neither hand to somebody else nor write single variables
        engine.setDefaultUserPermissionNameForTask(TaskPermissions.TASK_WORK.getName());
        engine.setResourceAuthorizationProvider(new RightsOnSteps());
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new StepRights()));
    }
}
