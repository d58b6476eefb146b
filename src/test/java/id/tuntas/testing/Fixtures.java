package id.tuntas.testing;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The words of tests that drive the engine. */
@Component
public class Fixtures {

    public static final String MANGGARAI_BARAT = "manggarai-barat";
    public static final String MANADO = "manado";

    private final ProcessEngine engine;

    Fixtures(ProcessEngine engine) {
        this.engine = engine;
    }

    /** Deploys files of {@code src/test/resources/testsop}; the same files again make no new version. */
    public void deployed(String... files) {
        DeploymentBuilder deployment =
                engine.getRepositoryService().createDeployment().name(String.join(",", files));
        for (String file : files) {
            deployment.addClasspathResource("testsop/" + file);
        }
        deployment.enableDuplicateFiltering(false).deploy();
    }

    public void signedInFrom(String... districts) {
        IdentityService identity = engine.getIdentityService();
        identity.setAuthentication("petugas", List.of("petugas-pengaduan"), List.of(districts));
        engine.getProcessEngineConfiguration().setAuthorizationEnabled(false);
    }

    public void timeIs(String instant) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
    }

    public ProcessInstance started(String process, Map<String, Object> variables) {
        return engine.getRuntimeService().startProcessInstanceByKey(process, variables);
    }

    public ProcessInstance started(String process) {
        return started(process, Map.of());
    }

    /** The one open step with that id in the instance. */
    public Task step(ProcessInstance instance, String stepId) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance.getId())
                .taskDefinitionKey(stepId)
                .singleResult();
    }

    /** The one group that may claim the step. */
    public String ownerOf(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .filter(link -> link.getGroupId() != null)
                .reduce((one, other) -> {
                    throw new AssertionError("Two owners: " + one.getGroupId() + ", " + other.getGroupId());
                })
                .orElseThrow()
                .getGroupId();
    }
}
