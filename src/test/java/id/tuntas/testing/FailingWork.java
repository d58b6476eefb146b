package id.tuntas.testing;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Fails the way careless code does: with what somebody wrote in its message. */
@Component("gagalUji")
class FailingWork implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        String told = String.valueOf(execution.getVariable("rahasia"));
        throw new IllegalStateException("Cannot work with " + told, new IllegalArgumentException(told));
    }
}
