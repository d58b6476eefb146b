package id.tuntas.access.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Text a database can hold. PostgreSQL refuses NUL; drivers silently turn half a surrogate pair into a question mark. */
final class StorableText {

    private static final String VALUE = "value";

    private StorableText() {}

    static boolean is(String text) {
        return text.codePoints().noneMatch(StorableText::isUnstorable);
    }

    /** The first field, at any depth, whose name or text cannot be stored; empty if all can. */
    static Optional<String> firstOther(JsonNode body) {
        return firstOther(body, "-");
    }

    private static Optional<String> firstOther(JsonNode node, String name) {
        if (node.isTextual()) {
            return is(node.textValue()) ? Optional.empty() : Optional.of(shown(name));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            // {"nama": {"value": "…"}}: the field is "nama"
            String inner = field.getKey().equals(VALUE) ? name : field.getKey();
            Optional<String> found = is(inner) ? firstOther(field.getValue(), inner) : Optional.of(shown(inner));
            if (found.isPresent()) {
                return found;
            }
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                Optional<String> found = firstOther(item, name);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** A name as it may stand in an answer: short, and without the characters it is refused for. */
    static String shown(String name) {
        return name.codePoints()
                .filter(c -> !isUnstorable(c) && !Character.isISOControl(c))
                .limit(80)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0 || codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
