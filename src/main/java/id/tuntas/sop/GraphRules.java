package id.tuntas.sop;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Every element can be reached, an end can be reached from every element, and no circle runs without waiting: such a
 * circle would hold a thread and a database connection for ever.
 */
final class GraphRules implements Rule {

    @Override
    public void check(Sop sop, Findings findings) {
        Waiting waiting = new Waiting(sop.processes());
        for (Sop.BpmnFile file : sop.bpmn()) {
            for (Process process : file.processes()) {
                check(file.name(), process.getId(), process.getFlowElements(), waiting, findings);
            }
            for (SubProcess inner : file.elements(SubProcess.class)) {
                check(file.name(), inner.getId(), inner.getFlowElements(), waiting, findings);
            }
        }
    }

    private static void check(
            String file, String scope, Collection<FlowElement> elements, Waiting waiting, Findings findings) {
        Graph graph = new Graph(elements);
        if (graph.starts().isEmpty()) {
            findings.add(
                    file,
                    scope,
                    "tanpa-mulai",
                    "Tidak ada kejadian mulai di sini; tambahkan satu.",
                    "There is no start event here; add one.");
        }
        Set<String> reachable = graph.reachable(node -> true);
        Set<String> ending = graph.reachingAnEnd();
        graph.nodes.forEach((id, node) -> {
            if (!reachable.contains(id) && !Graph.isEventSubProcess(node)) {
                findings.add(
                        file,
                        id,
                        "tak-terjangkau",
                        "Unsur ini tidak pernah dicapai dari awal proses; sambungkan atau hapus.",
                        "This element is never reached from a start; connect or remove it.");
            }
            if (!ending.contains(id) && !Graph.isEventSubProcess(node)) {
                findings.add(
                        file,
                        id,
                        "tanpa-akhir",
                        "Dari unsur ini tidak ada jalan ke kejadian akhir; sambungkan sampai akhir.",
                        "No end event can be reached from this element; connect it to an end.");
            }
        });
        for (String id : graph.circles(node -> !waiting.holds(node))) {
            findings.add(
                    file,
                    id,
                    "putaran-tanpa-jeda",
                    "Unsur ini ada dalam putaran yang tidak pernah menunggu; tambahkan langkah petugas atau timer.",
                    "This element is in a loop that never waits; add a user task or a timer.");
        }
    }

    /** Whether a node surely holds the token until something happens outside the engine's own command. */
    private static final class Waiting {

        private final Map<String, Process> processes;
        private final Set<String> open = new HashSet<>();
        private final Map<String, Boolean> judged = new HashMap<>();

        Waiting(Map<String, Process> processes) {
            this.processes = processes;
        }

        boolean holds(FlowNode node) {
            if (node instanceof Activity
                    && !node.getChildElementsByType(LoopCharacteristics.class).isEmpty()) {
                return false; // an empty list is passed at once
            }
            if (node instanceof SubProcess inner) {
                return holds(inner.getId(), inner.getFlowElements());
            }
            if (node instanceof CallActivity call) {
                Process called = processes.get(String.valueOf(call.getCalledElement()));
                return called == null || holds("proses " + called.getId(), called.getFlowElements());
            }
            return node instanceof UserTask
                    || node instanceof ReceiveTask
                    || node instanceof EventBasedGateway
                    || node instanceof IntermediateCatchEvent catcher && Graph.link(catcher) == null && waits(catcher)
                    || node instanceof BoundaryEvent edge && waits(edge);
        }

        private boolean holds(String scope, Collection<FlowElement> elements) {
            if (!open.add(scope)) {
                return true; // called in a circle: told by another rule
            }
            // remembered, or sub-processes nested in each other would be judged again and again
            Boolean known = judged.get(scope);
            if (known == null) {
                known = !new Graph(elements).canBePassed(node -> !holds(node));
                judged.put(scope, known);
            }
            open.remove(scope);
            return known;
        }

        // a condition may hold already; errors and escalations come from inside
        private static boolean waits(CatchEvent event) {
            return event.getEventDefinitions().stream()
                    .noneMatch(definition -> definition instanceof ConditionalEventDefinition
                            || definition instanceof ErrorEventDefinition
                            || definition instanceof EscalationEventDefinition);
        }
    }
}
