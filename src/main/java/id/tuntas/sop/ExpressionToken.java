package id.tuntas.sop;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word of an expression.
 *
 * @param text as written; empty for the end of the expression
 */
record ExpressionToken(String text, Kind kind) {

    enum Kind {
        NAME,
        LITERAL,
        SIGN,
        END
    }

    // no backslash in text: escapes are read differently by the engine's own scanner
    private static final Pattern WORD = Pattern.compile("\\s*(?:(?<name>[A-Za-z_][A-Za-z0-9_]*)"
            + "|(?<literal>-?[0-9]{1,15}(?:\\.[0-9]{1,9})?|'[^'\\\\]*'|\"[^\"\\\\]*\")"
            + "|(?<sign>==|!=|<=|>=|&&|\\|\\||[<>!().,]))");

    static List<ExpressionToken> split(String expression) {
        List<ExpressionToken> tokens = new ArrayList<>();
        String rest = expression.stripTrailing();
        Matcher matcher = WORD.matcher(rest);
        int position = 0;
        while (position < rest.length()) {
            matcher.region(position, rest.length());
            if (!matcher.lookingAt()) {
                throw new IllegalArgumentException("cannot read '" + Findings.shorten(rest.substring(position)) + "'");
            }
            tokens.add(of(matcher));
            position = matcher.end();
        }
        tokens.add(new ExpressionToken("", Kind.END));
        return tokens;
    }

    /** Index of the brace that closes an expression; braces inside quoted text do not count. */
    static int endOfExpression(String text, int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '}') {
                return i;
            } else if (c == '{') {
                break;
            }
        }
        throw new IllegalArgumentException("expression is not closed by }");
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    boolean isLiteral() {
        return kind == Kind.LITERAL;
    }

    /** Whether this is the given word or sign, not a quoted text that looks like it. */
    boolean isWord(String word) {
        return (kind == Kind.NAME || kind == Kind.SIGN) && text.equals(word);
    }

    private static ExpressionToken of(Matcher matcher) {
        if (matcher.group("name") != null) {
            return new ExpressionToken(matcher.group("name"), Kind.NAME);
        }
        return matcher.group("literal") != null
                ? new ExpressionToken(matcher.group("literal"), Kind.LITERAL)
                : new ExpressionToken(matcher.group("sign"), Kind.SIGN);
    }
}
