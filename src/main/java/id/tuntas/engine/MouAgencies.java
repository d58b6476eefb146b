package id.tuntas.engine;

import id.tuntas.partner.MouRegister;
import id.tuntas.partner.ServiceOfStep;
import id.tuntas.shared.ServiceKey;
import id.tuntas.sla.AgencyLookup;
import id.tuntas.sop.Step;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Finds the agency of a step in the register of agreements. */
@Component
class MouAgencies implements AgencyLookup {

    private final MouRegister register;
    private final Clock clock;

    MouAgencies(MouRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @Override
    public String agencyOf(DelegateExecution execution, Step step) {
        String district = execution.getTenantId();
        ServiceKey service = ServiceOfStep.of(step, execution).orElse(null);
        if (district == null || service == null) {
            return null;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), register.zoneOf(district));
        return register.agencyFor(district, service, today).orElse(null);
    }
}
