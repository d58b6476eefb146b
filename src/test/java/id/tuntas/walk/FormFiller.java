package id.tuntas.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/**
 * Fills a Camunda Form as an officer would, knowing nothing but the form: every visible field gets an answer the form
 * allows, hidden ones none.
 */
final class FormFiller {

    /** Chooses an answer where the form leaves a choice. */
    interface Choice {

        /** One of the values, or null to leave an optional field empty. */
        String oneOf(String key, List<String> values, boolean required);

        boolean yes(String key);

        RandomGenerator random();

        /** What an officer writes where the form leaves it to him; cut to what the form allows. */
        default String words(String key) {
            return "Catatan petugas untuk kasus contoh";
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final Map<String, ParseResult> CONDITIONS = new ConcurrentHashMap<>();
    private static final int MAX_PASSES = 10;

    private final JsonNode form;
    private final LocalDate today;

    FormFiller(JsonNode form, Instant now) {
        this.form = form;
        this.today = LocalDate.ofInstant(now, ZoneOffset.ofHours(8));
    }

    /** The answers by field key; a condition may look at a later field, so answers are settled in several passes. */
    Map<String, Object> fill(Map<String, Object> known, Choice choice) {
        Map<String, Object> chosen = new HashMap<>();
        Map<String, Object> answers = Map.of();
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            Map<String, Object> next = new LinkedHashMap<>();
            visit(form.path("components"), known, answers, next, chosen, choice);
            if (next.equals(answers)) {
                return answers;
            }
            answers = next;
        }
        throw new IllegalStateException("The conditions of form " + form.path("id") + " never settle");
    }

    private void visit(
            JsonNode components,
            Map<String, Object> known,
            Map<String, Object> before,
            Map<String, Object> next,
            Map<String, Object> chosen,
            Choice choice) {
        for (JsonNode component : components) {
            if (hidden(component, known, before)) {
                continue;
            }
            String key = component.path("key").asText("");
            if (component.has("components")) {
                visit(component.path("components"), known, before, next, chosen, choice);
            } else if (!key.isEmpty()
                    && !component.path("disabled").asBoolean()
                    && !component.path("readonly").asBoolean()) {
                if (!chosen.containsKey(key)) {
                    chosen.put(key, answer(component, key, known, choice));
                }
                next.put(key, chosen.get(key));
            }
        }
    }

    private static boolean hidden(JsonNode component, Map<String, Object> known, Map<String, Object> answers) {
        String hide = component.path("conditional").path("hide").asText("");
        if (hide.isEmpty()) {
            return false;
        }
        Map<String, Object> variables = new HashMap<>(known);
        variables.putAll(answers);
        ParseResult condition =
                CONDITIONS.computeIfAbsent(hide, expression -> FEEL.parseExpression(expression.substring(1)));
        var result = FEEL.evaluate(condition.parsedExpression(), variables);
        return result.isSuccess() && Objects.equals(result.result(), true);
    }

    private Object answer(JsonNode field, String key, Map<String, Object> known, Choice choice) {
        JsonNode rules = field.path("validate");
        boolean required = rules.path("required").asBoolean();
        return switch (field.path("type").asText()) {
            case "radio", "select" -> choice.oneOf(key, values(field, known), required);
            case "checkbox" -> required || choice.yes(key);
            case "checklist", "taglist" -> several(field, key, required, choice);
            case "number" -> number(rules, choice.random());
            case "datetime" -> required || choice.yes(key) ? date(field, choice.random()) : null;
            case "textfield", "textarea" -> required || choice.yes(key) ? text(rules, key, choice) : null;
            default -> throw new IllegalStateException("No officer knows how to fill a " + field.path("type"));
        };
    }

    private static List<String> values(JsonNode field, Map<String, Object> known) {
        List<String> values = new ArrayList<>();
        String list = field.path("valuesKey").asText("");
        (list.isEmpty() ? field.path("values") : options(known.get(list)))
                .forEach(value -> values.add(value.path("value").asText()));
        return values;
    }

    /** Options of a list that came with the step, as REST and as the engine give it. */
    private static JsonNode options(Object list) {
        try {
            return list instanceof Collection<?> ? JSON.valueToTree(list) : JSON.readTree(String.valueOf(list));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> several(JsonNode field, String key, boolean required, Choice choice) {
        List<String> all = values(field, Map.of());
        List<String> some = new ArrayList<>(
                all.stream().filter(value -> choice.yes(key + "." + value)).toList());
        if (some.isEmpty() && required) {
            some.add(all.get(choice.random().nextInt(all.size())));
        }
        return some;
    }

    private static Integer number(JsonNode rules, RandomGenerator random) {
        int min = rules.path("min").asInt(0);
        return min + random.nextInt(rules.path("max").asInt(min + 90) - min + 1);
    }

    private Object date(JsonNode field, RandomGenerator random) {
        String day = today.plusDays(1 + random.nextInt(30)).toString();
        return switch (field.path("subtype").asText()) {
            case "date" -> day;
            case "time" -> "09:30";
            default -> day + "T09:30" + offset(field);
        };
    }

    private static String offset(JsonNode field) {
        return field.path("timeSerializingFormat").asText().equals("utc_offset") ? "+08:00" : "";
    }

    private static String text(JsonNode rules, String key, Choice choice) {
        String pattern = rules.path("pattern").asText("");
        if (pattern.equals("^[0-9]{16}$")) {
            return "5315010101900001";
        }
        String text = choice.words(key);
        return text.substring(0, Math.min(text.length(), rules.path("maxLength").asInt(text.length())));
    }
}
