package id.tuntas.board.web;

import java.util.List;

/**
 * The heat-map in the words of the page.
 *
 * @param period the days the shares and medians speak of, in words; open and late are those of now
 * @param stages in the order of the SOP, each with its steps
 * @param legend the levels of heat with how many steps each has
 */
record HeatView(String period, List<Stage> stages, List<Level> legend) {

    /** @param whole the stage itself; null for steps that stand in none */
    record Stage(String name, Heat whole, List<Heat> steps) {}

    /**
     * A stage or step.
     *
     * @param id of the element in the SOP; what the table and the picture have in common
     * @param level 0 to 3 by the share that was late; {@code kosong} if fewer than five were rated
     * @param needed the same as {@code pace} as a number; null like it
     * @param pace median of time needed ÷ time given; null if none was done
     * @param label everything in one sentence
     */
    record Heat(
            String id,
            String name,
            String level,
            long open,
            String hrefOpen,
            long late,
            String hrefLate,
            ComplianceView.Share share,
            int latePercent,
            String pace,
            Double needed,
            long done,
            String hrefDone,
            String label) {}

    record Level(String level, String text, long steps) {}
}
