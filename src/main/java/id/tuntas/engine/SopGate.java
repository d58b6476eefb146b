package id.tuntas.engine;

import id.tuntas.sop.Finding;
import id.tuntas.sop.SopBundle;
import id.tuntas.sop.SopRules;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * Stands in front of every deployment, whoever makes it and through whichever door. It looks at the deployment as a
 * whole, so one that does not hold everything its steps need is refused. Throwing here rolls back the engine's
 * transaction: the version that was there stays.
 */
final class SopGate implements Deployer {

    private final SopRules rules;

    SopGate(SopRules rules) {
        this.rules = rules;
    }

    /** @throws BadUserRequestException with every finding; the REST API answers it with HTTP 400 */
    @Override
    public void deploy(DeploymentEntity deployment) {
        // the engine also calls this when it loads an old deployment into its cache; that one has been judged
        if (!deployment.isNew()) {
            return;
        }
        if (deployment.getTenantId() != null) {
            throw new BadUserRequestException("SOP berlaku untuk semua daerah; kirim tanpa tenant."
                    + " | The SOP holds for every district; deploy it without a tenant.");
        }
        List<Finding> findings = rules.check(bundle(deployment));
        if (!findings.isEmpty()) {
            throw new BadUserRequestException("SOP ditolak; versi lama tetap berlaku."
                    + " | SOP refused; the old version stays.\n" + Finding.list(findings));
        }
    }

    private static SopBundle bundle(DeploymentEntity deployment) {
        Map<String, byte[]> files = new HashMap<>();
        deployment.getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        return SopBundle.of(files);
    }
}
