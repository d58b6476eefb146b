package id.tuntas.access.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Takes the values out of an answer of the engine that its reader may not see. It does not know the resources: whatever
 * looks like a variable is one, wherever it stands, so a resource nobody thought of is covered too.
 */
final class Redaction {

    private static final List<String> NAMES = List.of("variableName", "name", "clauseName");
    private static final List<String> SIGNS =
            List.of("valueInfo", "variableName", "clauseName", "serializerName", "variableTypeName");

    private final Predicate<String> allowed;
    private final Set<String> shown = new TreeSet<>();
    private boolean changed;

    /** @param allowed whether the reader may see the value of that name */
    Redaction(Predicate<String> allowed) {
        this.allowed = allowed;
    }

    void apply(JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            members(object);
        } else if (answer instanceof ArrayNode array) {
            array.forEach(element -> {
                if (isVariable(element)) {
                    judge((ObjectNode) element, nameIn(element));
                } else {
                    apply(element);
                }
            });
        }
    }

    private void members(ObjectNode object) {
        if (isVariable(object) && nameIn(object) != null) {
            judge(object, nameIn(object));
            return;
        }
        List<String> hidden = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : object.properties()) {
            if (!isVariable(member.getValue())) {
                apply(member.getValue());
            } else if (allowed.test(name(member))) {
                shown.add(name(member));
            } else {
                hidden.add(member.getKey());
            }
        }
        changed |= !hidden.isEmpty();
        object.remove(hidden);
    }

    /** A variable that says its name inside; one in a map is called by its key. */
    private static String name(Map.Entry<String, JsonNode> member) {
        return Objects.requireNonNullElse(nameIn(member.getValue()), member.getKey());
    }

    private void judge(ObjectNode variable, String name) {
        if (name != null && allowed.test(name)) {
            shown.add(name);
        } else {
            variable.putNull("value");
            variable.putNull("errorMessage");
            variable.remove("valueInfo");
            changed = true;
        }
    }

    private static boolean isVariable(JsonNode node) {
        return node.isObject()
                && node.has("value")
                && (SIGNS.stream().anyMatch(node::has) || node.path("type").isTextual());
    }

    private static String nameIn(JsonNode variable) {
        return NAMES.stream()
                .map(variable::path)
                .flatMap(name -> name.isTextual() ? Stream.of(name.asText()) : Stream.empty())
                .findFirst()
                .orElse(null);
    }

    /** Whether anything was taken out. */
    boolean changed() {
        return changed;
    }

    /** Names of the variables that are left. */
    Set<String> shown() {
        return shown;
    }
}
