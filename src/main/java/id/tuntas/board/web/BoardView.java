package id.tuntas.board.web;

import java.time.Instant;
import java.util.List;

/**
 * The board in the words of the page.
 *
 * @param tiles the four figures
 * @param stages late stages
 * @param agencies late steps by agency, step and person; worst first
 * @param stuck who has most late steps; at most a handful
 * @param today first lines of what will be late today
 * @param waiting first lines of what waits for the reader
 */
record BoardView(
        Instant now,
        List<Figure> tiles,
        Figure stages,
        List<Agency> agencies,
        List<Holder> stuck,
        List<LineView> today,
        List<LineView> waiting) {

    /** The figure of a state, for a section below the tiles. */
    public Figure tile(String word) {
        return tiles.stream()
                .filter(tile -> tile.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /**
     * @param word state in the address
     * @param emergencies how many belong to cases in danger, where that is said
     * @param how what is counted, in a sentence
     * @param href its list
     */
    record Figure(String word, long count, long emergencies, String text, String how, String href) {}

    /**
     * @param id stays the same from one minute to the next, so that what was folded stays folded
     * @param district name; null if the reader has only one
     */
    record Agency(
            String id, String name, String district, long count, long emergencies, String href, List<Step> steps) {}

    record Step(String id, String name, long count, long emergencies, String href, List<Person> people) {}

    /**
     * @param userId null if nobody has taken the steps
     * @param lines of the first screen only; the list behind {@code href} has all
     */
    record Person(String userId, long count, String href, List<LineView> lines) {}

    /**
     * Somebody, or nobody, of an agency with late steps.
     *
     * @param since when the oldest of them ran out
     */
    record Holder(String agency, String userId, long count, String since, String href) {}
}
