package id.tuntas.sla;

import id.tuntas.shared.Risk;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * What the case knows about danger, for a clock that starts. A process the case has called, a referral or a ladder, has copies
 * of the moment it was called in; a step that opens in it later counts by what the case says then.
 */
public final class RiskOfCase {

    private RiskOfCase() {}

    /** Null while it is not known. */
    public static Risk at(DelegateExecution execution) {
        return Risk.of(inCase(execution).getVariable("tingkatRisiko")).orElse(null);
    }

    /** Whether the victim is one of trafficking. */
    public static boolean isTrafficking(DelegateExecution execution) {
        return Boolean.TRUE.equals(inCase(execution).getVariable("unsurTppo"));
    }

    private static DelegateExecution inCase(DelegateExecution execution) {
        DelegateExecution instance = execution.getProcessInstance();
        DelegateExecution caller = instance == null ? null : instance.getSuperExecution();
        return caller == null ? execution : inCase(caller);
    }
}
