package id.tuntas.sop.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;

/** All answers a decision may be asked with, read from the value lists of its tables; null is one of them. */
final class AnswerSpace {

    /** Both sides of every age a rule names, and a fraction, because a form may give one for a baby. */
    private static final List<Object> AGES = Arrays.asList(null, 0, 0.5, 11, 12, 17, 18, 40, 120);

    private static final List<Object> FLAGS = Arrays.asList(null, true, false);

    private final Map<String, List<Object>> values;

    private AnswerSpace(Map<String, List<Object>> values) {
        this.values = values;
    }

    static AnswerSpace of(String decision) {
        Map<String, List<Object>> values = new TreeMap<>();
        var model = ShippedDecisions.SHIPPED.models().stream()
                .filter(candidate -> candidate.getModelElementById(decision) != null)
                .findFirst()
                .orElseThrow();
        model.getModelElementsByType(Input.class).forEach(input -> values.put(nameOf(input), valuesOf(input)));
        model.getModelElementsByType(Output.class).forEach(output -> values.remove(output.getName()));
        return new AnswerSpace(values);
    }

    Map<String, List<Object>> values() {
        return values;
    }

    /** Calls back with every combination; the map is the same object each time. */
    void forEach(Consumer<Map<String, Object>> consumer) {
        walk(new ArrayList<>(values.keySet()), new HashMap<>(), consumer);
    }

    /**
     * A random combination in which most questions are answered with the harmless value, so that not every case ends in
     * the first rule.
     */
    Map<String, Object> sample(Random random, double share) {
        Map<String, Object> answers = new LinkedHashMap<>();
        values.forEach((name, options) -> {
            Object harmless = options.contains("tidak") ? "tidak" : options.contains(false) ? false : null;
            boolean any = harmless == null || random.nextDouble() < share;
            answers.put(name, any ? options.get(random.nextInt(options.size())) : harmless);
        });
        return answers;
    }

    private void walk(List<String> left, Map<String, Object> chosen, Consumer<Map<String, Object>> consumer) {
        if (left.isEmpty()) {
            consumer.accept(chosen);
            return;
        }
        String name = left.get(0);
        for (Object value : values.get(name)) {
            chosen.put(name, value);
            walk(left.subList(1, left.size()), chosen, consumer);
        }
    }

    private static String nameOf(Input input) {
        return input.getInputExpression().getText().getTextContent();
    }

    private static List<Object> valuesOf(Input input) {
        return switch (input.getInputExpression().getTypeRef()) {
            case "boolean" -> FLAGS;
            case "double" -> AGES;
            case "string" -> listed(input);
            default -> List.of();
        };
    }

    private static List<Object> listed(Input input) {
        List<Object> listed = new ArrayList<>();
        listed.add(null);
        listed.addAll(
                Arrays.stream(input.getInputValues().getText().getTextContent().split(","))
                        .map(value -> value.replace("\"", ""))
                        .collect(Collectors.toList()));
        return listed;
    }
}
