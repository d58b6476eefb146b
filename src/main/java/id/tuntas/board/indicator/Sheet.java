package id.tuntas.board.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * All counts of one page before anything is hidden, each under an id of its own, and what whoever reads the page knows
 * about them: which figure is the sum of which others, and which cannot be more than another. A figure that stands in two
 * tables is one count here, so that it is hidden in both or in none.
 */
final class Sheet {

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final Map<String, String> tables = new LinkedHashMap<>();
    private final Map<String, String> details = new HashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, List<Rule>> rulesOf = new HashMap<>();

    /** @param table what is closed as a whole if it cannot be shown in parts; null = never hidden, like the grand total */
    Sheet put(String table, String id, int count) {
        if (count < 0 || counts.put(id, count) != null) {
            throw new IllegalArgumentException("Negative, or counted twice: " + id);
        }
        if (table != null) {
            tables.put(id, table);
        }
        return this;
    }

    /** What says in detail what another table sums up, and is closed before that. */
    Sheet inside(String table, String detail) {
        details.put(table, detail);
        return this;
    }

    /** Null if there is none. */
    String detailOf(String table) {
        return details.get(table);
    }

    Sheet sum(String whole, List<String> parts) {
        return rule(new Rule(Kind.SUM, whole, parts));
    }

    /** Everybody in the whole is in at least one of the parts, perhaps in several. */
    Sheet cover(String whole, List<String> parts) {
        return rule(new Rule(Kind.COVER, whole, parts));
    }

    Sheet atMost(String part, String whole) {
        return rule(new Rule(Kind.AT_MOST, whole, List.of(part)));
    }

    private Sheet rule(Rule rule) {
        if (!counts.containsKey(rule.whole())
                || !counts.keySet().containsAll(rule.parts())
                || !rule.holds(counts::get)) {
            throw new IllegalArgumentException("Not true of these counts: " + rule);
        }
        rules.add(rule);
        rulesOf.computeIfAbsent(rule.whole(), id -> new ArrayList<>()).add(rule);
        rule.parts().forEach(part -> rulesOf.computeIfAbsent(part, id -> new ArrayList<>())
                .add(rule));
        return this;
    }

    /** In the order they were put. */
    List<String> ids() {
        return List.copyOf(counts.keySet());
    }

    String tableOf(String id) {
        return tables.get(id);
    }

    List<Rule> rules() {
        return List.copyOf(rules);
    }

    List<Rule> rulesOf(String id) {
        return rulesOf.getOrDefault(id, List.of());
    }

    int count(String id) {
        return counts.get(id);
    }

    enum Kind {
        SUM,
        COVER,
        AT_MOST
    }

    /** @param parts their sum is the whole, at least the whole, or at most the whole */
    record Rule(Kind kind, String whole, List<String> parts) {

        /** What the sum of the parts has to grow by for the rule to hold; 0 if it does. */
        int missing(ToIntFunction<String> counts) {
            int difference =
                    counts.applyAsInt(whole) - parts.stream().mapToInt(counts).sum();
            return switch (kind) {
                case SUM -> difference;
                case COVER -> Math.max(0, difference);
                case AT_MOST -> Math.min(0, difference);
            };
        }

        boolean holds(ToIntFunction<String> counts) {
            return missing(counts) == 0;
        }
    }
}
