package id.tuntas.sop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/**
 * What a step or a stage states about itself in its {@code camunda:properties} (design, section 3).
 *
 * @param stepId id of the BPMN element
 * @param values property name to value; blank values are left out
 */
record StepProperties(String stepId, Map<String, String> values) {

    public StepProperties {
        values = Map.copyOf(values);
    }

    static StepProperties of(BaseElement element) {
        Map<String, String> values = new LinkedHashMap<>();
        if (element.getExtensionElements() != null) {
            for (CamundaProperties group : element.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaProperties.class)
                    .list()) {
                group.getCamundaProperties().forEach(property -> put(values, property));
            }
        }
        return new StepProperties(element.getId(), values);
    }

    private static void put(Map<String, String> values, CamundaProperty property) {
        String value = property.getCamundaValue();
        if (property.getCamundaName() != null && value != null && !value.isBlank()) {
            values.put(property.getCamundaName(), value.strip());
        }
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Notes every property that the vocabulary of such an element does not have: a misspelt one would be overlooked. */
    void refuseOthersThan(Set<String> known, String file, Findings findings) {
        values.keySet().stream().filter(name -> !known.contains(name)).sorted().forEach(name -> {
            String shown = Findings.shorten(name);
            findings.add(
                    file,
                    stepId,
                    "properti-tak-dikenal",
                    "Properti \"%s\" tidak dikenal; periksa ejaannya.".formatted(shown),
                    "Property \"%s\" is not known; check its spelling.".formatted(shown));
        });
    }

    /** A property that holds several values separated by commas; empty if it is not there. */
    List<String> list(String name) {
        return find(name).stream()
                .flatMap(value -> List.of(value.split(",")).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
