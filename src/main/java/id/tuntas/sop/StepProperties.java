package id.tuntas.sop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** The properties an author wrote on an element, raw: names and values as they stand, spaces around them removed. */
final class StepProperties {

    static final String SERVICE = "layanan";
    static final String BUDGET = "tenggat";
    static final String CALENDAR = "kalender";
    static final String LEGAL_BASIS = "dasarHukum";
    static final String LOCKED = "terkunci";
    static final String LADDER = "eskalasi";
    static final String REMINDER = "pengingat";
    static final String NEEDS = "kelengkapan";
    static final String MAKES = "keluaran";
    static final List<String> RISKS = List.of("darurat", "tinggi", "sedang", "rendah");

    private final Map<String, String> values = new LinkedHashMap<>();

    StepProperties(BaseElement element) {
        ExtensionElements extension = element.getExtensionElements();
        if (extension != null) {
            extension.getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                    .flatMap(properties -> properties.getCamundaProperties().stream())
                    .forEach(this::put);
        }
    }

    /** Value of a property; empty if the author left it out. */
    String get(String name) {
        return values.getOrDefault(name, "");
    }

    Map<String, String> all() {
        return values;
    }

    /** Words between commas, without empty ones. */
    List<String> list(String name) {
        return Stream.of(get(name).split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private void put(CamundaProperty property) {
        if (property.getCamundaName() != null && property.getCamundaValue() != null) {
            values.put(
                    property.getCamundaName().strip(),
                    property.getCamundaValue().strip());
        }
    }
}
