package id.tuntas.sop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Options that no form can have written in it, because they differ from district to district. A step gets them as an input
 * from a bean and from nowhere else, so that what the browser offers is what the server accepts.
 */
final class ServerLists implements Rule {

    /** Property of a component that names the variable with its options. */
    static final String KEY = "valuesKey";

    /** Which expression fills the variable. */
    private static final Map<String, String> FILLED_BY =
            Map.of("pilihanDaerahTujuan", "${mou.otherDistricts(execution)}");

    /** Whether the options of the component are such a list. */
    static boolean fills(JsonNode component) {
        return FILLED_BY.containsKey(component.path(KEY).asText())
                && component.path("type").asText().equals("select")
                && !component.has("values");
    }

    /** The values of a list of {@code {label, value}}; empty for anything else. */
    static Set<String> values(Object list) {
        Set<String> values = new LinkedHashSet<>();
        if (list instanceof Collection<?> options) {
            for (Object option : options) {
                if (option instanceof Map<?, ?> named && named.get("value") instanceof String value) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    @Override
    public void check(Sop sop, Findings findings) {
        for (Sop.FormFile form : sop.forms()) {
            form.components()
                    .filter(ServerLists::fills)
                    .map(component -> component.path(KEY).asText())
                    .forEach(list -> shownBy(sop, form.id())
                            .filter(step -> !isFilled(step.element, list))
                            .forEach(step -> findings.add(
                                    step.file,
                                    step.element.nearestId(),
                                    "pilihan-tanpa-daftar",
                                    "Formulir langkah ini butuh input \"%s\" berisi %s."
                                            .formatted(list, FILLED_BY.get(list)),
                                    "The form of this step needs the input \"%s\" set to %s."
                                            .formatted(list, FILLED_BY.get(list)))));
        }
    }

    private static Stream<Place> shownBy(Sop sop, String form) {
        return sop.bpmn().stream().flatMap(file -> file.xml()
                .all()
                .filter(element -> form.equals(element.camunda("formRef")))
                .map(element -> new Place(file.name(), element)));
    }

    private static boolean isFilled(XmlElement step, String list) {
        return step.all()
                .anyMatch(element -> element.isCamunda("inputParameter")
                        && list.equals(element.attribute("name"))
                        && FILLED_BY.get(list).equals(element.text()));
    }

    private record Place(String file, XmlElement element) {}
}
