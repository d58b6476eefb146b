package id.tuntas.sop;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;

/** FEEL as decisions and forms use it; parsed by the engine's own library. */
final class Feel {

    private static final int MAX_LENGTH = 2_000;
    private static final FeelEngineApi ENGINE = FeelEngineBuilder.forJava().build();
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"");
    private static final Pattern BINDS = Pattern.compile("\\b(for|some|every|function|external)\\b|[{}]");
    private static final Pattern NAME = Pattern.compile("(?<![A-Za-z0-9_.])[A-Za-z_][A-Za-z0-9_]*+(?!\\s*\\()");
    private static final Set<String> WORDS = Vocabulary.words("and or not true false null in if then else return"
            + " between satisfies instance of date time duration years months days list context string number boolean"
            + " item");

    private Feel() {}

    static boolean isExpression(String text) {
        return isBounded(text) && ENGINE.parseExpression(text).isSuccess();
    }

    static boolean isUnaryTest(String text) {
        return isBounded(text) && ENGINE.parseUnaryTests(text).isSuccess();
    }

    /** Variables an expression reads; empty where it binds names of its own, for those are not told apart here. */
    static Set<String> variables(String text) {
        Set<String> names = new LinkedHashSet<>();
        String bare = TEXT.matcher(text).replaceAll(" ");
        if (BINDS.matcher(bare).find()) {
            return names;
        }
        Matcher matcher = NAME.matcher(bare);
        while (matcher.find()) {
            if (!WORDS.contains(matcher.group())) {
                names.add(matcher.group());
            }
        }
        return names;
    }

    // deep brackets overflow the stack of a recursive parser; "external" would call Java
    private static boolean isBounded(String text) {
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '(' || c == '[' || c == '{' ? 1 : 0;
        }
        return text.length() <= MAX_LENGTH && depth <= 50 && !text.contains("external");
    }
}
