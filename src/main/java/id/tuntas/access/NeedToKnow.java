package id.tuntas.access;

import id.tuntas.audit.EmergencyAccess;
import id.tuntas.engine.Identities;
import id.tuntas.engine.StepLook;
import id.tuntas.engine.StepLooks;
import id.tuntas.vault.ClearList;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Decides which values of a case somebody may see: those in the clear list everybody who gets so far; those a step shows,
 * whoever has taken it, as long as it is open; and, once somebody has taken it, of these what the {@link AccessTable}
 * allows others in the same district. Before that nobody, so that a list of open steps tells nothing about anybody.
 * Whatever is not allowed here is not shown, administrators included.
 */
@Component
public class NeedToKnow {

    private final ClearList clear;
    private final AccessTable table;
    private final StepLooks steps;
    private final Identities identities;
    private final EmergencyAccess emergencies;
    private final Clock clock;

    NeedToKnow(
            ClearList clear,
            AccessTable table,
            StepLooks steps,
            Identities identities,
            EmergencyAccess emergencies,
            Clock clock) {
        this.clear = clear;
        this.table = table;
        this.steps = steps;
        this.identities = identities;
        this.emergencies = emergencies;
        this.clock = clock;
    }

    /** Whether the value of that name says nothing about a person. */
    public boolean isClear(String variable) {
        return clear.contains(variable);
    }

    /** What the person may see where he asks for the values of the step. Nothing of an unknown step. */
    public Sight sightOf(String userId, String stepId) {
        return steps.of(stepId).map(step -> sight(userId, step)).orElse(Sight.NONE);
    }

    private Sight sight(String userId, StepLook step) {
        if (!identities.districtsOf(userId).contains(step.districtId())) {
            return Sight.NONE;
        }
        if (userId.equals(step.assignee())) {
            return new Sight(step.shown(), Optional.of(step), "langkah");
        }
        if (emergencies.isOpen(userId, step.caseNumber(), clock.instant())) {
            return new Sight(step.shown(), Optional.of(step), "darurat");
        }
        if (step.assignee() == null) {
            return Sight.NONE; // first take the step, then see whom it is about
        }
        boolean involved = steps.hasWorkedOn(userId, step.processInstanceId());
        Set<String> names = new HashSet<>(table.fieldsFor(identities.groupsOf(userId), involved));
        names.retainAll(step.shown()); // what the form does not show, nobody needs here
        return new Sight(names, Optional.of(step), "peran");
    }

    /**
     * What somebody may see beyond the clear list.
     *
     * @param names of protected values
     * @param step empty if he asked for no step he may look at
     * @param reason why: {@code langkah}, {@code peran} or {@code darurat}
     */
    public record Sight(Set<String> names, Optional<StepLook> step, String reason) {

        /** Nothing. */
        public static final Sight NONE = new Sight(Set.of(), Optional.empty(), "");
    }
}
