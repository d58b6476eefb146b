package id.tuntas.partner;

import id.tuntas.shared.ServiceKey;
import id.tuntas.sop.Step;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The service a step asks for: the one it names, or the one a variable of the case names. */
public final class ServiceOfStep {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*}");

    private ServiceOfStep() {}

    /** Empty if the step asks for none, or for something that is no service. */
    public static Optional<ServiceKey> of(Step step, DelegateExecution execution) {
        Matcher reference = VARIABLE.matcher(step.layanan());
        Object service = reference.matches() ? execution.getVariable(reference.group(1)) : step.layanan();
        return Optional.ofNullable(service)
                .map(Object::toString)
                .filter(ServiceKey::isValid)
                .map(ServiceKey::new);
    }
}
