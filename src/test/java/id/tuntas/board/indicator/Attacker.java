package id.tuntas.board.indicator;

import id.tuntas.board.indicator.Sheet.Rule;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Somebody who has the page, knows how figures are hidden (1 to 4 as few, 5 and more as closed), and how they add up. Tries
 * every set of counts that fits, by narrowing bounds and then by trying, so that he misses nothing. Written without the
 * classes he attacks.
 */
final class Attacker {

    private final Sheet sheet;
    private final Map<String, Shown> page;
    private final Set<String> closed;
    private final int most;

    /** @param closed tables of which nothing is shown; he knows that too */
    Attacker(Sheet sheet, Map<String, Shown> page, Set<String> closed) {
        this.sheet = sheet;
        this.page = page;
        this.closed = closed;
        this.most = sheet.ids().stream().mapToInt(sheet::count).max().orElse(0);
    }

    /** Hidden figures he knows for certain. */
    Set<String> computes() {
        return page.keySet().stream()
                .filter(id -> !page.get(id).isFigure())
                .filter(id -> !canBeAnother(id))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean canBeAnother(String id) {
        int truth = sheet.count(id);
        Set<String> near = connectedWith(id);
        int[] domain = domain(id);
        for (int value = domain[0]; value <= domain[1]; value++) {
            Map<String, int[]> bounds = new TreeMap<>();
            near.forEach(other -> bounds.put(other, domain(other)));
            bounds.put(id, new int[] {value, value});
            if (value != truth && isPossible(bounds)) {
                return true;
            }
        }
        return false;
    }

    /** What a figure can be as far as its own mark says. */
    private int[] domain(String id) {
        Shown shown = page.get(id);
        return switch (shown.mark()) {
            case FIGURE -> new int[] {shown.count(), shown.count()};
            case FEW -> new int[] {1, Suppression.FEW - 1};
            case CLOSED -> new int[] {closed.contains(sheet.tableOf(id)) ? 0 : Suppression.FEW, most};
        };
    }

    /** What is linked to a figure by sums of hidden figures, and the known figures in those sums. */
    private Set<String> connectedWith(String start) {
        Set<String> found = new LinkedHashSet<>(Set.of(start));
        Deque<String> next = new ArrayDeque<>(found);
        while (!next.isEmpty()) {
            String id = next.pop();
            if (page.get(id).isFigure()) {
                continue;
            }
            for (Rule rule : sheet.rulesOf(id)) {
                for (String other : membersOf(rule)) {
                    if (found.add(other)) {
                        next.push(other);
                    }
                }
            }
        }
        return found;
    }

    private static Set<String> membersOf(Rule rule) {
        Set<String> members = new LinkedHashSet<>(rule.parts());
        members.add(rule.whole());
        return members;
    }

    private boolean isPossible(Map<String, int[]> bounds) {
        if (!narrow(bounds)) {
            return false;
        }
        String open = bounds.keySet().stream()
                .filter(id -> bounds.get(id)[0] < bounds.get(id)[1])
                .min(Comparator.comparing(id -> bounds.get(id)[1] - bounds.get(id)[0]))
                .orElse(null);
        if (open == null) {
            return true;
        }
        for (int value = bounds.get(open)[0]; value <= bounds.get(open)[1]; value++) {
            Map<String, int[]> tried = new HashMap<>();
            bounds.forEach((id, range) -> tried.put(id, range.clone()));
            tried.put(open, new int[] {value, value});
            if (isPossible(tried)) {
                return true;
            }
        }
        return false;
    }

    /** Narrows what each figure can be by the rules, until nothing changes; false if nothing fits. */
    private boolean narrow(Map<String, int[]> bounds) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Rule rule : sheet.rules()) {
                if (!bounds.keySet().containsAll(membersOf(rule))) {
                    continue; // about figures that have nothing to do with it
                }
                int low =
                        rule.parts().stream().mapToInt(id -> bounds.get(id)[0]).sum();
                int high =
                        rule.parts().stream().mapToInt(id -> bounds.get(id)[1]).sum();
                int[] whole = bounds.get(rule.whole()).clone();
                boolean atLeast = rule.kind() != Sheet.Kind.COVER;
                boolean atMost = rule.kind() != Sheet.Kind.AT_MOST;
                // SUM: both ways; COVER: parts >= whole; AT_MOST: parts <= whole
                if (atLeast) {
                    changed |= limit(bounds, rule.whole(), low, Integer.MAX_VALUE);
                }
                if (atMost) {
                    changed |= limit(bounds, rule.whole(), 0, high);
                }
                for (String part : rule.parts()) {
                    int[] own = bounds.get(part).clone();
                    if (atLeast) {
                        changed |= limit(bounds, part, 0, whole[1] - (low - own[0]));
                    }
                    if (atMost) {
                        changed |= limit(bounds, part, whole[0] - (high - own[1]), Integer.MAX_VALUE);
                    }
                }
                if (bounds.values().stream().anyMatch(range -> range[0] > range[1])) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean limit(Map<String, int[]> bounds, String id, int low, int high) {
        int[] range = bounds.get(id);
        int[] narrowed = {Math.max(range[0], low), Math.min(range[1], high)};
        if (narrowed[0] == range[0] && narrowed[1] == range[1]) {
            return false;
        }
        bounds.put(id, narrowed);
        return true;
    }
}
