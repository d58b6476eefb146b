package id.tuntas.sla;

import id.tuntas.sop.Step;
import java.util.Optional;

/** Finds what a step of any deployed procedure states about itself; implemented by the engine. */
public interface StepCatalog {

    /**
     * @param processDefinitionId definition to look into first; the latest definitions of the other processes follow
     * @param stepId id of the user task or stage; null finds nothing
     */
    Optional<Step> find(String processDefinitionId, String stepId);
}
