package id.tuntas.engine;

import id.tuntas.partner.MouRegister;
import id.tuntas.shared.ServiceKey;
import id.tuntas.sla.AgencyLookup;
import id.tuntas.sop.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Finds the agency of a step in the register of agreements. */
@Component
class MouAgencies implements AgencyLookup {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\s*([A-Za-z][A-Za-z0-9]*)\\s*}");

    private final MouRegister register;
    private final Clock clock;

    MouAgencies(MouRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String agencyOf(DelegateExecution execution, Step step) {
        String district = execution.getTenantId();
        String service = serviceOf(execution, step);
        if (district == null || service == null) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), register.zoneOf(district));
        return register.agencyFor(district, new ServiceKey(service), today).orElse(null);
    }

    /** The service the step names itself or by a variable; null if that is no service. */
    String serviceOf(DelegateExecution execution, Step step) {
        Matcher reference = VARIABLE.matcher(step.layanan());
        Object service = reference.matches() ? execution.getVariable(reference.group(1)) : step.layanan();
        return service != null && ServiceKey.isValid(service.toString()) ? service.toString() : null;
    }
}
