package id.tuntas.shared;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Reads the list variables of a case, which come as a JSON array (a checklist) or as a Java collection (a decision). */
public final class TextList {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TextList() {}

    /**
     * The texts of the list in their order, blanks and nulls left out.
     *
     * @param variable a collection, anything whose {@code toString()} is a JSON array, or null for an empty list
     * @throws IllegalArgumentException if it is neither; the message does not repeat the value, it may be personal
     */
    public static List<String> of(Object variable) {
        if (variable == null) {
            return List.of();
        }
        Collection<?> items = variable instanceof Collection<?> collection ? collection : parse(variable.toString());
        return items.stream()
                .filter(Objects::nonNull)
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<String> parse(String json) {
        if (json.isBlank() || json.equals("null")) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array(json)) {
            texts.add(item.isNull() ? null : item.asText());
        }
        return texts;
    }

    private static JsonNode array(String json) {
        try {
            JsonNode node = JSON.readTree(json);
            if (node.isArray()) {
                return node;
            }
        } catch (JsonProcessingException notJson) {
            // falls through to the one message below; the parser's own would quote the value
        }
        throw new IllegalArgumentException("Expected a list (JSON array), but the variable holds something else");
    }
}
