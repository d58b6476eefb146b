package id.tuntas.sla;

import id.tuntas.sop.Step;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Which agency performs a step, and so whose working time counts; implemented by the engine. */
public interface AgencyLookup {

    /** Null if no agreement covers the step's service today, or the step has none (a stage). */
    String agencyOf(DelegateExecution execution, Step step);
}
