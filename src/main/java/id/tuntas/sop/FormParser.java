package id.tuntas.sop;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tuntas.sop.FormField.Limits;
import id.tuntas.sop.FormField.Type;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads a Camunda Form (form-js 1.8.7, schema version 16), but only the components whose answers the server can check. */
final class FormParser {

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 16;
    private static final Set<String> WITHOUT_ANSWER = Set.of("text", "separator", "spacer");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, FormField> fields = new LinkedHashMap<>();

    private FormParser() {}

    static JsonNode read(byte[] form) {
        if (form.length > MAX_BYTES) {
            throw new IllegalArgumentException("Formulir lebih besar dari 1 MB.");
        }
        try {
            JsonNode root = JSON.readTree(form);
            if (root == null || !root.isObject() || !root.path("components").isArray()) {
                throw new IllegalArgumentException("Formulir tidak memiliki daftar `components`.");
            }
            return root;
        } catch (IOException e) {
            throw new IllegalArgumentException("Formulir bukan JSON yang benar.", e);
        }
    }

    /** The inputs in the order of the form, by key. */
    static Map<String, FormField> fields(JsonNode root) {
        FormParser parser = new FormParser();
        parser.components(root, List.of(), 0);
        return parser.fields;
    }

    private void components(JsonNode parent, List<FormCondition> hiddenBy, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("Kelompok dalam formulir bertingkat terlalu dalam.");
        }
        for (JsonNode component : parent.path("components")) {
            List<FormCondition> conditions = conditions(component, hiddenBy);
            String type = component.path("type").asText();
            if (type.equals("group")) {
                refuse(component.hasNonNull("path"), component, "kelompok dengan `path` tidak didukung");
                components(component, conditions, depth + 1);
            } else if (!WITHOUT_ANSWER.contains(type)) {
                add(field(component, type, conditions));
            }
        }
    }

    private void add(FormField field) {
        if (fields.put(field.key(), field) != null) {
            throw new IllegalArgumentException("Formulir memakai kunci `" + field.key() + "` dua kali.");
        }
    }

    private static List<FormCondition> conditions(JsonNode component, List<FormCondition> outer) {
        String hide = component.path("conditional").path("hide").asText("");
        if (!FormCondition.isExpression(hide)) {
            return outer;
        }
        List<FormCondition> all = new ArrayList<>(outer);
        all.add(FormCondition.of(hide));
        return List.copyOf(all);
    }

    private static FormField field(JsonNode component, String type, List<FormCondition> hiddenBy) {
        String key = component.path("key").asText("");
        refuse(key.isBlank() || key.contains("."), component, "kunci isian kosong atau memuat titik");
        refuse(component.path("serializeToString").asBoolean(), component, "`serializeToString` tidak didukung");
        return new FormField(
                key,
                label(component, key),
                type(component, type),
                hiddenBy,
                readonly(component.path("readonly")),
                component.path("disabled").asBoolean(),
                defaultValue(component.path("defaultValue")),
                options(component, type),
                component.hasNonNull(ServerLists.KEY)
                        ? component.path(ServerLists.KEY).asText()
                        : null,
                component.path("properties").path("mulaiKosong").asText().equals("ya"),
                limits(component));
    }

    private static Type type(JsonNode component, String type) {
        return switch (type) {
            case "textfield" -> Type.TEXT;
            case "textarea" -> Type.LONG_TEXT;
            case "number" -> Type.NUMBER;
            case "checkbox" -> Type.CHECKBOX;
            case "radio", "select" -> Type.ONE_OF;
            case "checklist", "taglist" -> Type.SOME_OF;
            case "datetime" ->
                switch (component.path("subtype").asText("date")) {
                    case "time" -> Type.TIME;
                    case "datetime" -> Type.DATETIME;
                    default -> Type.DATE;
                };
            default -> throw refusal(component, "jenis `" + type + "` tidak didukung");
        };
    }

    private static Map<String, String> options(JsonNode component, String type) {
        if (!Set.of("radio", "select", "checklist", "taglist").contains(type)) {
            return Map.of();
        }
        if (ServerLists.fills(component)) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        component.path("values").forEach(option -> {
            String value = option.path("value").asText();
            String read = option.path("label").asText("").strip();
            values.putIfAbsent(value, read.isEmpty() ? value : read);
        });
        refuse(
                values.isEmpty() || component.hasNonNull(ServerLists.KEY),
                component,
                "pilihan harus ditulis dalam `values`");
        return values;
    }

    private static String label(JsonNode component, String key) {
        String plain = component
                .path(component.has("dateLabel") ? "dateLabel" : "label")
                .asText("");
        String label = (plain.isBlank() ? component.path("timeLabel").asText(key) : plain).strip();
        return label.isBlank() ? key : label.replaceAll("\\s*[:*]+$", "");
    }

    private static FormCondition readonly(JsonNode readonly) {
        String text = readonly.asText("");
        return FormCondition.isExpression(text)
                ? FormCondition.of(text)
                : readonly.asBoolean() ? FormCondition.of("=true") : null;
    }

    private static Object defaultValue(JsonNode value) {
        return value.isMissingNode() ? null : JSON.convertValue(value, Object.class);
    }

    private static Limits limits(JsonNode component) {
        JsonNode validate = component.path("validate");
        return new Limits(
                validate.path("required").asBoolean(),
                integer(validate.path("minLength")),
                integer(validate.path("maxLength")),
                decimal(validate.path("min")),
                decimal(validate.path("max")),
                pattern(component, validate.path("pattern").asText("")),
                validate.path("validationType").asText(""),
                integer(component.path("decimalDigits")),
                decimal(component.path("increment")),
                component.path("disallowPassedDates").asBoolean());
    }

    private static Integer integer(JsonNode node) {
        BigDecimal value = decimal(node);
        return value == null ? null : value.intValue();
    }

    /** The modeler writes numbers as numbers or as text. */
    private static BigDecimal decimal(JsonNode node) {
        String text = node.asText("").strip();
        if (text.isEmpty() || node.isNull()) {
            return null;
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Batas `" + text + "` dalam formulir bukan angka.", e);
        }
    }

    private static Pattern pattern(JsonNode component, String pattern) {
        try {
            return pattern.isEmpty() ? null : Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw refusal(component, "pola `" + pattern + "` tidak dapat dibaca");
        }
    }

    private static void refuse(boolean wrong, JsonNode component, String why) {
        if (wrong) {
            throw refusal(component, why);
        }
    }

    private static IllegalArgumentException refusal(JsonNode component, String why) {
        String name = component.path("key").asText(component.path("id").asText("?"));
        return new IllegalArgumentException("Isian `" + name + "`: " + why + ".");
    }
}
