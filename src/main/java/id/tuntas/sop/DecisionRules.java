package id.tuntas.sop;

import java.util.Collection;
import java.util.Set;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** A decision is one table in FEEL, named after its file, and each of its rules says something. */
final class DecisionRules implements id.tuntas.sop.Rule {

    private static final Set<HitPolicy> HIT_POLICIES =
            Set.of(HitPolicy.UNIQUE, HitPolicy.FIRST, HitPolicy.COLLECT, HitPolicy.ANY, HitPolicy.RULE_ORDER);

    @Override
    public void check(Sop sop, Findings findings) {
        for (Sop.DmnFile file : sop.dmn()) {
            Collection<Decision> decisions = file.model().getModelElementsByType(Decision.class);
            if (decisions.stream().noneMatch(d -> Sop.baseName(file.name()).equals(d.getId()))) {
                findings.add(
                        file.name(),
                        "",
                        "nama-berkas",
                        "Id keputusan harus sama dengan nama berkas (\"%s\").".formatted(Sop.baseName(file.name())),
                        "The decision id must be the file name (\"%s\").".formatted(Sop.baseName(file.name())));
            }
            languages(file, findings);
            decisions.forEach(decision -> check(file.name(), decision, findings));
        }
    }

    private static void languages(Sop.DmnFile file, Findings findings) {
        file.xml()
                .all()
                .filter(element -> element.attribute("expressionLanguage") != null)
                .filter(element -> !isFeel(element.attribute("expressionLanguage")))
                .forEach(element -> findings.add(
                        file.name(),
                        element.nearestId(),
                        "bukan-feel",
                        "Keputusan hanya boleh memakai FEEL; ubah bahasa ekspresinya.",
                        "A decision may use FEEL only; change its expression language."));
    }

    private static boolean isFeel(String language) {
        return language.equalsIgnoreCase("feel") || language.matches("https?://www\\.omg\\.org/spec/.*FEEL/?.*");
    }

    private static void check(String file, Decision decision, Findings findings) {
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            findings.add(
                    file,
                    decision.getId(),
                    "keputusan-tanpa-tabel",
                    "Keputusan harus berupa tabel.",
                    "A decision must be a table.");
            return;
        }
        if (decision.getCamundaHistoryTimeToLiveString() == null) {
            findings.add(
                    file,
                    decision.getId(),
                    "tanpa-masa-simpan",
                    "Keputusan belum punya masa simpan riwayat; isi dalam hari, misalnya P3650D.",
                    "The decision has no history time to live; give it in days, for example P3650D.");
        }
        if (table.getHitPolicy() != null && !HIT_POLICIES.contains(table.getHitPolicy())) {
            findings.add(
                    file,
                    decision.getId(),
                    "kebijakan-tabel",
                    "Kebijakan tabel (hit policy) harus UNIQUE, FIRST, COLLECT, ANY, atau RULE ORDER.",
                    "The hit policy must be UNIQUE, FIRST, COLLECT, ANY or RULE ORDER.");
        }
        table.getInputs().forEach(input -> expression(file, input.getId(), input.getInputExpression(), findings));
        int columns = table.getOutputs().size();
        if (columns == 0 || table.getRules().isEmpty()) {
            findings.add(
                    file,
                    decision.getId(),
                    "keputusan-tanpa-tabel",
                    "Tabel keputusan perlu sedikitnya satu keluaran dan satu aturan.",
                    "A decision table needs an output and a rule.");
        }
        table.getRules().forEach(rule -> check(file, rule, columns, findings));
    }

    private static void check(String file, Rule rule, int columns, Findings findings) {
        rule.getInputEntries().stream()
                .map(entry -> text(entry.getText()))
                .filter(text -> !text.isEmpty() && !text.equals("-") && !Feel.isUnaryTest(text))
                .forEach(text -> notFeel(file, rule.getId(), text, findings));
        Collection<String> outputs = rule.getOutputEntries().stream()
                .map(entry -> text(entry.getText()))
                .toList();
        if (outputs.size() != columns || outputs.stream().anyMatch(String::isEmpty)) {
            findings.add(
                    file,
                    rule.getId(),
                    "aturan-tanpa-keluaran",
                    "Aturan ini belum mengisi semua keluaran.",
                    "This rule does not fill every output.");
        }
        outputs.stream()
                .filter(text -> !text.isEmpty() && !Feel.isExpression(text))
                .forEach(text -> notFeel(file, rule.getId(), text, findings));
    }

    private static void expression(String file, String id, InputExpression input, Findings findings) {
        String text = input == null ? "" : text(input.getText());
        if (!Feel.isExpression(text)) {
            notFeel(file, id, text, findings);
        }
    }

    private static void notFeel(String file, String id, String text, Findings findings) {
        findings.add(
                file,
                id,
                "feel-rusak",
                "\"%s\" bukan FEEL yang sah; perbaiki.".formatted(Findings.shorten(text)),
                "\"%s\" is not valid FEEL; mend it.".formatted(Findings.shorten(text)));
    }

    private static String text(Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }
}
