package id.tuntas.engine;

import id.tuntas.sop.Finding;
import id.tuntas.sop.SopBundle;
import id.tuntas.sop.SopRules;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Deploys the shipped SOP, or the one of {@code tuntas.sop-dir}, as one deployment before the web server opens its
 * port. Resource names do not depend on the packaging, so an unchanged SOP makes no new version at a restart; one
 * changed file makes a new version of all, so that a process always finds its forms in its own deployment. Files that
 * were removed leave their last version in the engine, because cases may still run on it.
 */
@Component
class SopDeployer implements SmartInitializingSingleton {

    /** Name of the deployment; the duplicate filter compares with the last one of this name and source. */
    static final String DEPLOYMENT = "sop";

    static final String SOURCE = "sop-models";

    private static final Logger LOG = LoggerFactory.getLogger(SopDeployer.class);

    private final RepositoryService repository;
    private final SopBundle bundle;

    /** @param directory directory with the sub-folders bpmn and forms; empty for the SOP in the class path */
    @Autowired
    SopDeployer(RepositoryService repository, @Value("${tuntas.sop-dir:}") String directory) {
        this(repository, directory.isBlank() ? SopBundle.fromClassPath() : SopBundle.fromDirectory(Path.of(directory)));
    }

    SopDeployer(RepositoryService repository, SopBundle bundle) {
        this.repository = repository;
        this.bundle = bundle;
    }

    @Override
    public void afterSingletonsInstantiated() {
        deploy();
    }

    /**
     * @return id of the deployment that now holds the SOP, new or old
     * @throws SopRefused if a rule is broken; nothing is deployed then
     */
    String deploy() {
        List<Finding> findings = new SopRules().check(bundle);
        if (!findings.isEmpty()) {
            throw new SopRefused(findings);
        }
        DeploymentBuilder deployment =
                repository.createDeployment().name(DEPLOYMENT).source(SOURCE).enableDuplicateFiltering(false);
        bundle.names().forEach(name -> deployment.addInputStream(name, new ByteArrayInputStream(bundle.bytes(name))));
        String id = deployment.deploy().getId();
        LOG.info("SOP of {} files is deployment {}", bundle.names().size(), id);
        return id;
    }
}
