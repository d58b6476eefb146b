package id.tuntas.board.indicator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Hides what could tell about one person: figures from 1 to 4, and as many others as it takes so that nobody can compute
 * them. A hidden figure is safe when there is a second set of counts, with another number there, that shows the same page
 * and fits every sum on it; {@link Witness} finds one. Where no figure could be hidden to make that so, the table is
 * closed. Nothing here is random: the same counts always give the same page.
 */
final class Suppression {

    static final int FEW = 5;

    private final Sheet sheet;
    private final Set<String> hidden = new LinkedHashSet<>();
    private final Set<String> safe = new HashSet<>();
    private final Set<String> closedTables = new HashSet<>();

    private Suppression(Sheet sheet) {
        this.sheet = sheet;
    }

    /** What of the sheet may be shown. */
    static Page of(Sheet sheet) {
        return new Suppression(sheet).page();
    }

    private Page page() {
        sheet.ids().stream().filter(id -> isFew(sheet.count(id))).forEach(hidden::add);
        Deque<String> open = new ArrayDeque<>(hidden);
        while (!open.isEmpty()) {
            protect(open.pop());
        }
        Map<String, Shown> shown = new LinkedHashMap<>();
        sheet.ids().forEach(id -> shown.put(id, show(id, sheet.count(id))));
        return new Page(shown, closedTables);
    }

    /** Whatever moves together is safe together, and stays so however much more is hidden. */
    private void protect(String id) {
        if (safe.contains(id) || isClosed(id) || sheet.tableOf(id) == null) {
            return;
        }
        Set<String> moved = new Witness(sheet, hidden, this::isClosed).movedWith(id);
        if (moved.isEmpty()) {
            close(sheet.tableOf(id));
            protect(id);
        }
        safe.addAll(moved);
        hidden.addAll(moved);
    }

    private void close(String table) {
        String detail = sheet.detailOf(table);
        closedTables.add(detail == null || closedTables.contains(detail) ? table : detail);
    }

    private Shown show(String id, int count) {
        if (isClosed(id)) {
            return Shown.closed();
        }
        if (!hidden.contains(id)) {
            return Shown.figure(count);
        }
        return isFew(count) ? Shown.few() : Shown.closed();
    }

    private boolean isClosed(String id) {
        return closedTables.contains(sheet.tableOf(id));
    }

    static boolean isFew(int count) {
        return count > 0 && count < FEW;
    }

    /** Whether somebody who sees a hidden figure's mark can believe the other number as well. */
    static boolean looksTheSame(int count, int other) {
        return other >= 0 && isFew(count) == isFew(other);
    }

    /**
     * @param shown by id
     * @param closed tables of which nothing is shown, not even who is in no row
     */
    record Page(Map<String, Shown> shown, Set<String> closed) {}
}
