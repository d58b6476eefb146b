package id.tuntas.sop;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * Nodes and ways of one scope: a process or a sub-process, without what is inside its sub-processes. An event attached
 * to the edge of a node is a way out of it.
 */
final class Graph {

    final Map<String, FlowNode> nodes = new LinkedHashMap<>();
    private final Map<String, Set<String>> next = new LinkedHashMap<>();
    // as next, but without edges a token takes in addition to the main way
    private final Map<String, Set<String>> mainNext = new LinkedHashMap<>();

    Graph(Collection<FlowElement> elements) {
        for (FlowElement element : elements) {
            if (element instanceof FlowNode node && node.getId() != null) {
                nodes.put(node.getId(), node);
            }
        }
        for (FlowElement element : elements) {
            if (element instanceof SequenceFlow flow) {
                way(flow.getAttributeValue("sourceRef"), flow.getAttributeValue("targetRef"), true);
            } else if (element instanceof BoundaryEvent edge) {
                way(edge.getAttributeValue("attachedToRef"), edge.getId(), edge.cancelActivity());
            } else if (element instanceof IntermediateThrowEvent thrower && link(thrower) != null) {
                nodes.values().stream()
                        .filter(node -> node instanceof IntermediateCatchEvent catcher
                                && link(thrower).equals(link(catcher)))
                        .forEach(node -> way(thrower.getId(), node.getId(), true));
            }
        }
    }

    List<FlowNode> starts() {
        return nodes.values().stream().filter(StartEvent.class::isInstance).toList();
    }

    /** Ids of nodes a token can come to from a start of this scope. */
    Set<String> reachable(Predicate<FlowNode> passes) {
        return walk(ids(starts()), next, passes);
    }

    /** Ids of nodes from which the main way comes to an end event. */
    Set<String> reachingAnEnd() {
        Map<String, Set<String>> back = new LinkedHashMap<>();
        mainNext.forEach((from, targets) -> targets.forEach(
                to -> back.computeIfAbsent(to, x -> new LinkedHashSet<>()).add(from)));
        return walk(
                ids(nodes.values().stream().filter(EndEvent.class::isInstance).toList()), back, node -> true);
    }

    /** Ids of nodes on a circle, or between two circles, of which no node holds the token. */
    Set<String> circles(Predicate<FlowNode> passes) {
        Set<String> left = new LinkedHashSet<>(
                nodes.values().stream().filter(passes).map(FlowNode::getId).toList());
        boolean shrunk = true;
        while (shrunk) {
            Set<String> entered = new LinkedHashSet<>();
            left.forEach(from -> entered.addAll(next.getOrDefault(from, Set.of())));
            shrunk = left.removeIf(id -> !entered.contains(id)
                    || next.getOrDefault(id, Set.of()).stream().noneMatch(left::contains));
        }
        return left;
    }

    /** Whether some token can go from a start to a last node without being held anywhere. */
    boolean canBePassed(Predicate<FlowNode> passes) {
        return reachable(passes).stream()
                .filter(id -> passes.test(nodes.get(id)))
                .anyMatch(id -> mainNext.getOrDefault(id, Set.of()).isEmpty());
    }

    static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess inner && inner.triggeredByEvent();
    }

    static String link(Event event) {
        Collection<EventDefinition> definitions = event.getChildElementsByType(EventDefinition.class);
        return definitions.stream()
                .filter(LinkEventDefinition.class::isInstance)
                .map(definition -> String.valueOf(((LinkEventDefinition) definition).getName()))
                .findFirst()
                .orElse(null);
    }

    private void way(String from, String to, boolean main) {
        if (nodes.containsKey(from) && nodes.containsKey(to)) {
            next.computeIfAbsent(from, x -> new LinkedHashSet<>()).add(to);
            if (main) {
                mainNext.computeIfAbsent(from, x -> new LinkedHashSet<>()).add(to);
            }
        }
    }

    private Set<String> walk(List<String> from, Map<String, Set<String>> ways, Predicate<FlowNode> passes) {
        Set<String> seen = new LinkedHashSet<>(from);
        Deque<String> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            String id = open.poll();
            if (passes.test(nodes.get(id))) {
                for (String target : ways.getOrDefault(id, Set.of())) {
                    if (seen.add(target)) {
                        open.add(target);
                    }
                }
            }
        }
        return seen;
    }

    private static List<String> ids(List<FlowNode> nodes) {
        return new ArrayList<>(nodes.stream().map(FlowNode::getId).toList());
    }
}
