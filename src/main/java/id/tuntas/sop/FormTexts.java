package id.tuntas.sop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The variables a form prints in its texts: {@code {{korbanNama}}}, or a text that is an expression as a whole. */
final class FormTexts {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)\\}\\}", Pattern.DOTALL);

    private FormTexts() {}

    static Set<String> names(JsonNode form) {
        Set<String> names = new HashSet<>();
        collect(form, names);
        return names;
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node.isTextual()) {
            String text = node.asText();
            TEMPLATE.matcher(text).results().forEach(found -> names.addAll(FormCondition.words(found.group(1))));
            if (FormCondition.isExpression(text)) {
                names.addAll(FormCondition.words(text));
            }
        }
        node.forEach(child -> collect(child, names));
    }
}
