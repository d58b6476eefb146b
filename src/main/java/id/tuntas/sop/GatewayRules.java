package id.tuntas.sop;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A question always has an answer: one default way, and a condition on every other. */
final class GatewayRules implements Rule {

    @Override
    public void check(Sop sop, Findings findings) {
        for (Sop.BpmnFile file : sop.bpmn()) {
            Map<String, List<SequenceFlow>> ways = file.waysOut();
            file.elements(ExclusiveGateway.class)
                    .forEach(gateway -> check(file.name(), gateway, waysOut(ways, gateway), findings));
            file.elements(InclusiveGateway.class)
                    .forEach(gateway -> check(file.name(), gateway, waysOut(ways, gateway), findings));
            file.elements(SequenceFlow.class).stream()
                    .filter(flow -> flow.getConditionExpression() != null && !isQuestion(flow.getSource()))
                    .forEach(flow -> findings.add(
                            file.name(),
                            flow.getId(),
                            "syarat-di-luar-gerbang",
                            "Syarat hanya boleh pada alur yang keluar dari gerbang; tambahkan gerbang.",
                            "A condition may stand only on a flow out of a gateway; add a gateway."));
        }
    }

    private static boolean isQuestion(FlowNode node) {
        return node instanceof ExclusiveGateway || node instanceof InclusiveGateway;
    }

    private static List<SequenceFlow> waysOut(Map<String, List<SequenceFlow>> ways, FlowNode gateway) {
        return ways.getOrDefault(String.valueOf(gateway.getId()), List.of());
    }

    private static void check(String file, FlowNode gateway, List<SequenceFlow> ways, Findings findings) {
        String standard = gateway.getAttributeValue("default");
        if (ways.size() < 2) {
            return;
        }
        if (ways.stream().noneMatch(way -> way.getId() != null && way.getId().equals(standard))) {
            findings.add(
                    file,
                    gateway.getId(),
                    "gerbang-tanpa-bawaan",
                    "Gerbang belum punya alur bawaan (default); pilih satu, agar kasus tidak pernah buntu.",
                    "The gateway has no default flow; choose one, so that a case is never stuck.");
        }
        if (gateway.getName() == null || gateway.getName().isBlank()) {
            findings.add(
                    file,
                    gateway.getId(),
                    "gerbang-tanpa-pertanyaan",
                    "Gerbang belum punya nama; tulis pertanyaannya.",
                    "The gateway has no name; write its question.");
        }
        for (SequenceFlow way : ways) {
            boolean conditional = way.getConditionExpression() != null;
            if (String.valueOf(way.getId()).equals(standard) == conditional) {
                findings.add(
                        file,
                        way.getId(),
                        "alur-tanpa-syarat",
                        conditional
                                ? "Alur bawaan (default) tidak boleh bersyarat; hapus syaratnya."
                                : "Alur ini belum punya syarat; isi, atau jadikan alur bawaan.",
                        conditional
                                ? "The default flow may have no condition; remove it."
                                : "This flow has no condition; give it one, or make it the default.");
            }
        }
    }
}
