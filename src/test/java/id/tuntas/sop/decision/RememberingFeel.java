package id.tuntas.sop.decision;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The engine's own FEEL, asked once for each expression and value: it parses an expression anew at every evaluation,
 * which is most of the time of a table. Sound for our tables because an entry reads its own input and nothing else.
 */
final class RememberingFeel implements FeelEngine {

    private final FeelEngine feel;
    private final Map<List<Object>, Object> answers = new HashMap<>();

    RememberingFeel(FeelEngine feel) {
        this.feel = feel;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext context) {
        return (T) remember(
                expression, value(expression, context), () -> feel.evaluateSimpleExpression(expression, context));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext context) {
        return (boolean) remember(
                "? " + expression,
                value(input, context),
                () -> feel.evaluateSimpleUnaryTests(expression, input, context));
    }

    private Object remember(String expression, Object value, Supplier<Object> answer) {
        List<Object> key = Arrays.asList(expression, value);
        if (!answers.containsKey(key)) {
            answers.put(key, answer.get());
        }
        return answers.get(key);
    }

    private static Object value(String name, VariableContext context) {
        TypedValue value = context.containsVariable(name) ? context.resolve(name) : null;
        return value == null ? null : value.getValue();
    }
}
