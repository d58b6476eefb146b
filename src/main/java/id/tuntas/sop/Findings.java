package id.tuntas.sop;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects findings in the order they are met; the same finding is kept once. */
final class Findings {

    // a hostile file can break one rule thousands of times; nobody reads more than this
    private static final int MAX = 500;

    private final Set<Finding> all = new LinkedHashSet<>();

    void add(String file, String elementId, String rule, String indonesian, String english) {
        if (all.size() < MAX) {
            all.add(new Finding(file, elementId == null ? "" : shorten(elementId), rule, indonesian, english));
        }
    }

    List<Finding> toList() {
        return List.copyOf(new ArrayList<>(all));
    }

    /** Text of an author as it may be quoted in a finding: one line, no control characters, not longer than 120. */
    static String shorten(String text) {
        String line = text.strip().replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ");
        return line.length() <= 120 ? line : line.substring(0, 117) + "...";
    }
}
