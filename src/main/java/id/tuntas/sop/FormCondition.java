package id.tuntas.sop;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;

/** A FEEL expression of a form ("=a = b"), parsed once. Like form-js: only the value true counts, a failure does not. */
final class FormCondition {

    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();
    private static final Pattern TEXT_LITERAL = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final ParseResult expression;
    private final Set<String> names;

    private FormCondition(String source) {
        expression = FEEL.parseExpression(source);
        names = words(source);
    }

    /** Every word outside of text literals that may be a variable. */
    static Set<String> words(String source) {
        Set<String> words = new HashSet<>();
        NAME.matcher(TEXT_LITERAL.matcher(source).replaceAll(" ")).results().forEach(word -> words.add(word.group()));
        return words;
    }

    static boolean isExpression(String text) {
        return text.startsWith("=");
    }

    static FormCondition of(String expression) {
        return new FormCondition(expression.substring(1));
    }

    boolean holds(Map<String, Object> variables) {
        if (!expression.isSuccess()) {
            return false;
        }
        EvaluationResult result = FEEL.evaluate(expression.parsedExpression(), variables);
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    /** Every word of the expression that may be a variable; words of FEEL itself are among them and do no harm. */
    Set<String> names() {
        return names;
    }
}
