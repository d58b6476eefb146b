package id.tuntas.partner;

import id.tuntas.shared.CurrentTask;
import id.tuntas.shared.ServiceKey;
import id.tuntas.shared.TextList;
import id.tuntas.sop.Step;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** The expression bean {@code mou}: its public methods are what a model may call. */
@Component("mou")
public class Mou {

    /** Option of a hand-over to an office that does not use Tuntas. */
    public static final String ON_PAPER = "luar-tuntas";

    private final MouRegister register;
    private final Clock clock;

    Mou(MouRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /**
     * The candidate group that performs the step's service ({@code layanan}) in the case's district today. Where no
     * agreement covers it, the district's coordinator, and the gap is counted.
     *
     * @throws IllegalStateException if the step names no service or the case has no district
     */
    public String ownerOf(DelegateExecution execution) {
        String district = execution.getTenantId();
        if (district == null) {
            throw new IllegalStateException("A step without a district has no owner; start the case in a district");
        }
        Step step = Step.of(CurrentTask.of(execution));
        if (step.layanan().isEmpty()) {
            throw new IllegalStateException(
                    "Step " + step.key() + " names no service (property layanan), so nobody owns it");
        }
        return ServiceOfStep.of(step, execution)
                .map(service -> performerOf(service, district))
                .orElseGet(() -> register.coordinatorOf(district));
    }

    private String performerOf(ServiceKey service, String district) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), register.zoneOf(district));
        return register.groupFor(district, service, today).orElseGet(() -> coordinator(district, service));
    }

    /** The known services of a list variable, each once, in their order; empty for null. */
    public List<String> servicesIn(Object listVariable) {
        Set<String> known = register.services().stream()
                .map(service -> service.key().value())
                .collect(Collectors.toSet());
        return TextList.of(listVariable).stream()
                .filter(known::contains)
                .distinct()
                .toList();
    }

    /** Whether the list variable names the service. */
    public boolean includes(Object listVariable, String service) {
        return service != null && TextList.of(listVariable).contains(service);
    }

    /**
     * Where a case of this district can be handed over to, as the options of a choice ({@code label}, {@code value}): the
     * other districts that take cases today by id, and last {@link #ON_PAPER}.
     */
    public SpinJsonNode otherDistricts(DelegateExecution execution) {
        SpinJsonNode options = Spin.JSON("[]");
        register.districts().stream()
                .filter(district -> !district.id().equals(execution.getTenantId()))
                .filter(district -> register.takesCases(district.id()))
                .forEach(district -> options.append(option(district.name(), district.id())));
        return options.append(option("Kantor di luar Tuntas", ON_PAPER));
    }

    private static SpinJsonNode option(String label, String value) {
        return Spin.JSON("{}").prop("label", label).prop("value", value);
    }

    private String coordinator(String district, ServiceKey service) {
        register.countGap(district, service);
        return register.coordinatorOf(district);
    }
}
