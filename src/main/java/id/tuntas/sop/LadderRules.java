package id.tuntas.sop;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Where an SOP has a ladder, whoever catches lateness climbs it, and the ladder is told what is late. Otherwise a step
 * could be late without anybody hearing of it, or a ladder could climb for nobody.
 */
final class LadderRules implements Rule {

    private static final String LADDER = "eskalasi";

    /** What the ladder must be given, and from where. */
    private static final Map<String, String> NEEDED = new TreeMap<>(
            Map.of("langkahTerlambat", "langkahTerlambat", "jamTerlambat", "${sla.lateClock(execution)}"));

    @Override
    public void check(Sop sop, Findings findings) {
        boolean hasLadder = sop.processes().containsKey(LADDER);
        for (Sop.BpmnFile file : sop.bpmn()) {
            file.elements(CallActivity.class).stream()
                    .filter(LadderRules::climbs)
                    .forEach(call -> equipped(file.name(), call, findings));
            file.elements(StartEvent.class).stream()
                    .filter(start -> hasLadder && LatenessRules.catchesEveryEscalation(start))
                    .map(StartEvent::getParentElement)
                    .filter(scope -> scope.getChildElementsByType(CallActivity.class).stream()
                            .noneMatch(LadderRules::climbs))
                    .forEach(scope -> withoutLadder(file.name(), scope, findings));
        }
    }

    private static boolean climbs(CallActivity call) {
        return LADDER.equals(call.getCalledElement());
    }

    private static void equipped(String file, CallActivity call, Findings findings) {
        Map<String, String> given = call.getExtensionElements() == null
                ? Map.of()
                : call.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                        .filter(in -> in.getCamundaTarget() != null)
                        .collect(Collectors.toMap(
                                CamundaIn::getCamundaTarget, LadderRules::sourceOf, (one, other) -> other));
        NEEDED.forEach((target, source) -> {
            if (!source.equals(given.get(target))) {
                findings.add(
                        file,
                        call.getId(),
                        "tangga-tanpa-bekal",
                        "Panggilan \"%s\" harus menyerahkan %s dari %s; tambahkan pada pemetaan masukan."
                                .formatted(LADDER, target, source),
                        "The call of \"%s\" must hand over %s from %s; add it to the input mappings."
                                .formatted(LADDER, target, source));
            }
        });
    }

    private static String sourceOf(CamundaIn in) {
        return in.getCamundaSource() == null ? String.valueOf(in.getCamundaSourceExpression()) : in.getCamundaSource();
    }

    private static void withoutLadder(String file, ModelElementInstance scope, Findings findings) {
        findings.add(
                file,
                scope.getAttributeValue("id"),
                "keterlambatan-tanpa-tangga",
                "Keterlambatan ditangkap di sini tetapi tidak ada yang diberi tahu; panggil proses \"%s\"."
                        .formatted(LADDER),
                "Lateness is caught here, but nobody is told; call the process \"%s\".".formatted(LADDER));
    }
}
