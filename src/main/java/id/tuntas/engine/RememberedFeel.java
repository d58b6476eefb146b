package id.tuntas.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The FEEL of decisions, with a memory: the engine reads the text of each cell anew each time, and that is a fifth of the
 * work of telling a rung. Remembered is what depends on nothing but constants and one plain short value, which is what
 * cells of our tables are; everything else is asked each time.
 */
final class RememberedFeel implements FeelEngine {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_]\\w*");
    private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");
    private static final Pattern CONSTANTS =
            Pattern.compile("(?:[\\d\\s.,<>=()\\[\\]-]|\\b(?:true|false|null|not)\\b)*");
    private static final int LONGEST = 60;

    private final FeelEngine feel;
    private final Cache<Asked, Optional<Object>> answers = Caffeine.newBuilder()
            .maximumSize(2_000)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    RememberedFeel(FeelEngine feel) {
        this.feel = feel;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        boolean name = NAME.matcher(expression).matches();
        Object input = name ? value(variables, expression) : null;
        if (!(name || isConstant(expression)) || !isPlain(input)) {
            return feel.evaluateSimpleExpression(expression, variables);
        }
        return (T) answers.get(
                        new Asked(expression, input),
                        asked -> Optional.ofNullable(feel.evaluateSimpleExpression(expression, variables)))
                .orElse(null);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String tests, String inputName, VariableContext variables) {
        Object input = value(variables, inputName);
        if (!isConstant(tests) || !isPlain(input)) {
            return feel.evaluateSimpleUnaryTests(tests, inputName, variables);
        }
        return (boolean) answers.get(
                        new Asked("?" + tests, input),
                        asked -> Optional.of(feel.evaluateSimpleUnaryTests(tests, inputName, variables)))
                .orElseThrow();
    }

    private static boolean isConstant(String expression) {
        return CONSTANTS.matcher(TEXT.matcher(expression).replaceAll("")).matches();
    }

    private static Object value(VariableContext variables, String name) {
        TypedValue value = variables.resolve(name);
        return value == null ? null : value.getValue();
    }

    private static boolean isPlain(Object input) {
        return input == null
                || input instanceof Boolean
                || input instanceof Integer
                || input instanceof Long
                || input instanceof String text && text.length() <= LONGEST;
    }

    /** @param expression with a question mark before it if it is a test */
    private record Asked(String expression, Object input) {}
}
