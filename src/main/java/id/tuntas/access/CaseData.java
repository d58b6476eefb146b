package id.tuntas.access;

import id.tuntas.access.AccessTable.FieldClass;
import id.tuntas.engine.CaseValues;
import id.tuntas.engine.DeployedSop;
import id.tuntas.engine.Identities;
import id.tuntas.engine.StepLook;
import id.tuntas.engine.StepLooks;
import id.tuntas.sop.FormSchema;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * What somebody may read of a case without holding one of its steps: the classes of fields the {@link AccessTable} gives
 * his role, in his own district. Every look is put on record before it is given out.
 */
@Component
public class CaseData {

    private final AccessTable table;
    private final Identities identities;
    private final StepLooks steps;
    private final CaseValues values;
    private final DeployedSop sop;
    private final ApplicationEventPublisher events;

    CaseData(
            AccessTable table,
            Identities identities,
            StepLooks steps,
            CaseValues values,
            DeployedSop sop,
            ApplicationEventPublisher events) {
        this.table = table;
        this.identities = identities;
        this.steps = steps;
        this.values = values;
        this.sop = sop;
        this.events = events;
    }

    /** Whether there is any field the person may read; it says nothing about what the case holds. */
    public boolean isOpenTo(String userId, Subject subject) {
        return !fields(userId, subject).isEmpty();
    }

    /**
     * What the person may read, by class of fields; what the case does not say is left out.
     *
     * @throws RuntimeException if the look cannot be put on record; nothing is given out then
     */
    public Look look(String userId, Subject subject) {
        Set<String> allowed = fields(userId, subject);
        Map<String, Object> said =
                values.of(subject.processInstanceId(), allowed).orElse(null);
        if (said == null) {
            return new Look(true, List.of());
        }
        if (!said.isEmpty()) {
            events.publishEvent(new ValuesSeen(userId, whole(subject, said.keySet()), sorted(said), "peran"));
        }
        Map<String, String> labels = sop.fieldLabels();
        List<Part> parts = table.classes().values().stream()
                .map(part -> part(part, said, labels))
                .filter(part -> !part.fields().isEmpty())
                .toList();
        return new Look(false, parts);
    }

    private Set<String> fields(String userId, Subject subject) {
        if (!identities.districtsOf(userId).contains(subject.districtId())) {
            return Set.of();
        }
        return table.fieldsFor(identities.groupsOf(userId), steps.hasWorkedOn(userId, subject.processInstanceId()));
    }

    /** The case as a whole, and no step of it. */
    private static StepLook whole(Subject subject, Set<String> shown) {
        return new StepLook(
                null, null, subject.caseNumber(), subject.processInstanceId(), subject.districtId(), null, shown);
    }

    private static List<String> sorted(Map<String, Object> said) {
        return List.copyOf(new TreeSet<>(said.keySet()));
    }

    private static Part part(FieldClass fields, Map<String, Object> said, Map<String, String> labels) {
        return new Part(
                fields.title(),
                fields.fields().stream()
                        .filter(said::containsKey)
                        .map(name ->
                                new Field(name, labels.getOrDefault(name, name), worded(name, said.get(name), labels)))
                        .sorted(Comparator.comparing(Field::label))
                        .toList());
    }

    /** As the form words what was chosen in it; everything else as it was said. */
    private static Object worded(String name, Object value, Map<String, String> labels) {
        if (value instanceof Collection<?> chosen) {
            return chosen.stream().map(one -> worded(name, one, labels)).toList();
        }
        return value instanceof String text ? labels.getOrDefault(FormSchema.option(name, text), text) : value;
    }

    /** Of which case. Nothing may be null. */
    public record Subject(String caseNumber, String processInstanceId, String districtId) {}

    /** @param erased whether the case was erased, and nobody can read anything any more */
    public record Look(boolean erased, List<Part> parts) {}

    /** A class of fields. @param fields never empty */
    public record Part(String title, List<Field> fields) {}

    /** @param value text, number, truth value, date or list, options in the words of the form; never null */
    public record Field(String name, String label, Object value) {}
}
