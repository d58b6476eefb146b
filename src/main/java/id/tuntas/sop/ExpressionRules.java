package id.tuntas.sop;

import java.util.Set;
import java.util.regex.Pattern;

/** Every expression, wherever it stands, fits {@link ExpressionGrammar}; texts hide no characters. */
final class ExpressionRules implements Rule {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}");
    // direction marks make a text read differently from what it is
    private static final Pattern HIDDEN = Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");
    private static final Set<String> PLAIN_NAMES = Set.of("message", "signal", "escalation", "error");
    private static final Set<String> PLAIN_ATTRIBUTES =
            Vocabulary.words("id calledElement formRef decisionRef resultVariable elementVariable target"
                    + " escalationCode errorCode escalationCodeVariable historyTimeToLive versionTag");
    private static final Set<String> WHOLE = Vocabulary.words("conditionExpression condition completionCondition");

    /** Whether the text is one variable and nothing else, for example {@code ${layananDirujuk}}. */
    static boolean isVariable(String text) {
        return VARIABLE.matcher(text).matches() && fits(text);
    }

    @Override
    public void check(Sop sop, Findings findings) {
        sop.bpmn().forEach(file -> file.xml().all().forEach(e -> check(file.name(), e, findings)));
        sop.dmn().forEach(file -> file.xml().all().forEach(e -> check(file.name(), e, findings)));
    }

    private static void check(String file, XmlElement element, Findings findings) {
        element.attributes.forEach((name, value) -> {
            String attribute = name.getLocalPart();
            if (!attribute.equals("delegateExpression")) {
                check(file, element, attribute, value, findings);
            }
            boolean plain = PLAIN_ATTRIBUTES.contains(attribute)
                    || attribute.equals("name") && PLAIN_NAMES.contains(element.name);
            if (plain && isExpression(value)) {
                findings.add(
                        file,
                        element.nearestId(),
                        "nama-berekspresi",
                        "\"%s\" harus teks tetap, tanpa ekspresi.".formatted(attribute),
                        "\"%s\" must be plain text without an expression.".formatted(attribute));
            }
        });
        check(file, element, element.name, element.text(), findings);
        if (Vocabulary.BPMN.equals(element.namespace)
                && WHOLE.contains(element.name)
                && fits(element.text())
                && !ExpressionGrammar.isSingleExpression(element.text())) {
            findings.add(
                    file,
                    element.nearestId(),
                    "syarat-bukan-ekspresi",
                    "Syarat harus satu ekspresi, misalnya ${perluMedis == 'ya'}.",
                    "A condition must be one expression, for example ${perluMedis == 'ya'}.");
        }
        TimerRules.check(file, element, findings);
    }

    private static void check(String file, XmlElement element, String where, String text, Findings findings) {
        if (HIDDEN.matcher(text).find()) {
            findings.add(
                    file,
                    element.nearestId(),
                    "karakter-tersembunyi",
                    "\"%s\" memuat karakter tersembunyi; ketik ulang.".formatted(where),
                    "\"%s\" holds hidden characters; type it again.".formatted(where));
        }
        try {
            ExpressionGrammar.variablesIn(text);
        } catch (IllegalArgumentException e) {
            String shown = Findings.shorten(text);
            findings.add(
                    file,
                    element.nearestId(),
                    "ekspresi",
                    ("Ekspresi pada \"%s\" tidak diizinkan: %s. Yang boleh: ${variabel == 'nilai'} dengan and, or, not,"
                                    + " kurung, serta panggilan sla dan mou.")
                            .formatted(where, shown),
                    "The expression in \"%s\" is not allowed: %s (%s).".formatted(where, shown, e.getMessage()));
        }
    }

    private static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private static boolean fits(String text) {
        try {
            ExpressionGrammar.variablesIn(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
