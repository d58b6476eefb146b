package id.tuntas.board.indicator;

import id.tuntas.board.indicator.Sheet.Rule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Looks for another set of counts in which one hidden figure is different, the page is the same and all rules hold: the
 * proof that nobody can compute it. Prefers changes among figures that are hidden already, then those that hide the
 * fewest and smallest others.
 */
final class Witness {

    /** Changes further from the true number are not tried: a figure from 1 to 4 cannot move more than 3. */
    private static final int FURTHEST = 3;

    private static final int MOST_MOVED = 8;
    private static final long PRICE_OF_HIDING = 1_000_000;

    private final Sheet sheet;
    private final Set<String> hidden;
    private final Predicate<String> closed;
    private Map<String, Integer> best = Map.of();
    private long bestPrice;

    Witness(Sheet sheet, Set<String> hidden, Predicate<String> closed) {
        this.sheet = sheet;
        this.hidden = hidden;
        this.closed = closed;
    }

    /** The figures that change together, that one included; empty if there is no way. */
    Set<String> movedWith(String id) {
        best = Map.of();
        bestPrice = Long.MAX_VALUE;
        for (int step = 1; step <= FURTHEST; step++) {
            move(id, step, Map.of(), 0);
            move(id, -step, Map.of(), 0);
        }
        return best.keySet();
    }

    private void move(String id, int by, Map<String, Integer> moved, long priceSoFar) {
        long price = priceSoFar + price(id);
        if (price >= bestPrice || moved.size() >= MOST_MOVED || !canMove(id, by)) {
            return;
        }
        Map<String, Integer> next = new LinkedHashMap<>(moved);
        next.put(id, sheet.count(id) + by);
        ToIntFunction<String> world = other -> next.getOrDefault(other, sheet.count(other));
        Rule broken = broken(next.keySet(), world);
        if (broken == null) {
            best = next;
            bestPrice = price;
        } else {
            repair(broken, broken.missing(world), next, price);
        }
    }

    private boolean canMove(String id, int by) {
        int now = sheet.count(id);
        int then = now + by;
        if (sheet.tableOf(id) == null || by == 0 || Math.abs(by) > FURTHEST || then < 0) {
            return false;
        }
        return closed.test(id) || (now > 0 && Suppression.looksTheSame(now, then));
    }

    private Rule broken(Set<String> moved, ToIntFunction<String> world) {
        return moved.stream()
                .flatMap(id -> sheet.rulesOf(id).stream())
                .filter(rule -> !rule.holds(world))
                .findFirst()
                .orElse(null);
    }

    private void repair(Rule broken, int missing, Map<String, Integer> moved, long price) {
        for (String part : broken.parts()) {
            if (!moved.containsKey(part)) {
                move(part, missing, moved, price);
            }
        }
        if (!moved.containsKey(broken.whole())) {
            move(broken.whole(), -missing, moved, price);
        }
    }

    private long price(String id) {
        return hidden.contains(id) || closed.test(id) ? 1 : PRICE_OF_HIDING + sheet.count(id);
    }
}
