package id.tuntas.sop;

import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** A stage need not promise anything about its time; if it does, its clock is as complete as that of a step. */
final class StageRules implements Rule {

    static final Set<String> KNOWN = Vocabulary.words("tenggat tenggat.darurat tenggat.tinggi tenggat.sedang"
            + " tenggat.rendah kalender dasarHukum eskalasi pengingat");

    private final Catalogue catalogue;

    StageRules(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public void check(Sop sop, Findings findings) {
        sop.bpmn().forEach(file -> file.elements(SubProcess.class).forEach(stage -> {
            StepProperties properties = StepProperties.of(stage);
            // any property: a misspelt tenggat would leave the stage without a clock
            if (!properties.values().isEmpty()) {
                new ClockCheck(file.name(), "tahap", properties, catalogue, findings).all();
                properties.refuseOthersThan(KNOWN, file.name(), findings);
            }
        }));
    }

    /** Whether a sub-process promises to be done in time. */
    static boolean hasClock(SubProcess stage) {
        return StepProperties.of(stage).find(Step.BUDGET).isPresent();
    }
}
