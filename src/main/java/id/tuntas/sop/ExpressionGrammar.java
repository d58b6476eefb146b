package id.tuntas.sop;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The small language a model may use in {@code ${...}}: a variable, a comparison of a variable with a literal, calls of
 * the beans {@code sla} and {@code mou}, joined by and, or, not and parentheses. The engine's own language can reach any
 * Java class by reflection; nothing outside this grammar may get that far.
 *
 * <pre>
 * or      := and (("or" | "||") and)*
 * and     := not (("and" | "&amp;&amp;") not)*
 * not     := ("not" | "!") not | term
 * term    := "(" or ")" | "true" | "false" | operand [op literal]
 * operand := variable | "execution.processBusinessKey" | ("sla" | "mou") "." name "(" [argument ("," argument)*] ")"
 * </pre>
 */
public final class ExpressionGrammar {

    private static final Set<String> BEANS = Set.of("sla", "mou");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", ">", "<=", ">=");
    private static final Set<String> CONSTANTS = Set.of("true", "false", "null");
    // words with a meaning of their own in the engine's language, and names that would leave the grammar
    private static final Set<String> RESERVED = Vocabulary.words("and or not eq ne lt gt le ge div mod empty instanceof"
            + " true false null execution task caseExecution sla mou class");
    private static final Set<String> OBJECT_METHODS =
            Vocabulary.words("getClass wait notify notifyAll hashCode toString equals clone finalize");

    private final List<ExpressionToken> tokens;
    private final Set<String> variables = new LinkedHashSet<>();
    private int position;

    private ExpressionGrammar(List<ExpressionToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * Reads a text in which expressions may stand, such as an attribute or a name.
     *
     * @return the variables the expressions read, in order; empty if there is no expression
     * @throws IllegalArgumentException if an expression does not fit the grammar; the message says where, in English
     */
    public static Set<String> variablesIn(String text) {
        if (text.contains("#{")) {
            throw new IllegalArgumentException("#{ is not allowed, write ${");
        }
        Set<String> variables = new LinkedHashSet<>();
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", start + 1)) {
            int end = ExpressionToken.endOfExpression(text, start + 2);
            variables.addAll(parse(text.substring(start + 2, end)));
            start = end;
        }
        return variables;
    }

    /** Whether the text is exactly one expression, nothing before and nothing after it. */
    public static boolean isSingleExpression(String text) {
        return text.startsWith("${")
                && text.endsWith("}")
                && ExpressionToken.endOfExpression(text, 2) == text.length() - 1;
    }

    private static Set<String> parse(String expression) {
        ExpressionGrammar parser = new ExpressionGrammar(ExpressionToken.split(expression));
        parser.or(0);
        if (!parser.peek().isEmpty()) {
            throw parser.unexpected("an operator or the end");
        }
        return parser.variables;
    }

    private void or(int depth) {
        do {
            and(depth);
        } while (accept("or") || accept("||"));
    }

    private void and(int depth) {
        do {
            not(depth);
        } while (accept("and") || accept("&&"));
    }

    private void not(int depth) {
        boolean negated = false;
        while (accept("not") || accept("!")) {
            negated = true;
        }
        term(depth, negated);
    }

    private void term(int depth, boolean negated) {
        if (depth > 20) {
            throw new IllegalArgumentException("more than 20 parentheses deep");
        }
        if (accept("(")) {
            or(depth + 1);
            expect(")");
        } else if (!accept("true") && !accept("false")) {
            operand();
            if (COMPARISONS.contains(peek())) {
                if (negated) {
                    // the engine would negate the variable, not the comparison
                    throw new IllegalArgumentException("put the comparison after 'not' in parentheses");
                }
                position++;
                literal();
            }
        }
    }

    private void operand() {
        if (accept("execution")) {
            expect(".");
            expect("processBusinessKey");
        } else if (BEANS.contains(peek())) {
            position++;
            call();
        } else {
            variable();
        }
    }

    private void call() {
        expect(".");
        String method = peek();
        if (!current().isName() || OBJECT_METHODS.contains(method)) {
            throw unexpected("the name of a bean method");
        }
        position++;
        expect("(");
        if (!accept(")")) {
            do {
                argument();
            } while (accept(","));
            expect(")");
        }
    }

    private void argument() {
        if (current().isLiteral() || CONSTANTS.contains(peek())) {
            position++;
        } else if (!accept("execution")) {
            variable();
        }
    }

    private void literal() {
        if (!current().isLiteral() && !CONSTANTS.contains(peek())) {
            throw unexpected("a literal ('text', number, true, false, null)");
        }
        position++;
    }

    private void variable() {
        if (!current().isName() || RESERVED.contains(peek())) {
            throw unexpected("a variable");
        }
        variables.add(peek());
        position++;
    }

    private ExpressionToken current() {
        return tokens.get(position);
    }

    private String peek() {
        return current().text();
    }

    private boolean accept(String text) {
        boolean matches = current().isWord(text);
        position += matches ? 1 : 0;
        return matches;
    }

    private void expect(String text) {
        if (!accept(text)) {
            throw unexpected("'" + text + "'");
        }
    }

    private IllegalArgumentException unexpected(String wanted) {
        String found = peek().isEmpty() ? "the end" : "'" + Findings.shorten(peek()) + "'";
        return new IllegalArgumentException("found " + found + ", expected " + wanted);
    }
}
