package id.tuntas.sop;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** All steps of an SOP. */
public final class Steps {

    private Steps() {}

    /** Steps of every readable model, by file name and then in document order. Does not judge: see {@link SopRules}. */
    public static List<Step> of(SopBundle bundle) {
        return Sop.read(bundle, new Findings()).bpmn().stream()
                .flatMap(file -> file.elements(UserTask.class).stream())
                .map(Step::of)
                .toList();
    }
}
