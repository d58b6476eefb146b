package id.tuntas.sop;

import java.util.List;

/**
 * The rules every SOP must keep, wherever it comes from. Whoever deploys a model decides what the server does and who
 * waits for whom, so nothing is deployed that has a finding. Safe for hostile files: bounded in size, depth and time.
 */
public final class SopRules {

    private final List<Rule> rules;

    /** Rules with the groups and services as shipped. */
    public SopRules() {
        this(Catalogue.standard());
    }

    public SopRules(Catalogue catalogue) {
        this.rules = List.of(
                new VocabularyRules(),
                new IdRules(),
                new ProcessRules(),
                new ReferenceRules(),
                new StepRules(catalogue),
                new StageRules(catalogue),
                new LatenessRules(),
                new LadderRules(),
                new GatewayRules(),
                new GraphRules(),
                new ExpressionRules(),
                new VariableRules(),
                new DecisionRules(),
                new FormRules(),
                new ServerLists(),
                new ClearNameRules());
    }

    /** @return what is wrong, in the order of files and rules; empty if the SOP may be deployed */
    public List<Finding> check(SopBundle bundle) {
        Findings findings = new Findings();
        Sop sop = Sop.read(bundle, findings);
        if (sop.bpmn().isEmpty()) {
            findings.add(
                    "bpmn/",
                    "",
                    "paket-kosong",
                    "Paket ini tidak memuat satu pun proses yang dapat dibaca; sertakan semua berkas SOP sekaligus.",
                    "The bundle holds no readable process; put all files of the SOP into it.");
        }
        rules.forEach(rule -> rule.check(sop, findings));
        return findings.toList();
    }
}
