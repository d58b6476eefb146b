package id.tuntas.board.web;

import id.tuntas.board.Compliance.Spans;
import java.time.Duration;
import java.util.List;

/**
 * Compliance in the words of the page.
 *
 * @param period its days in words
 * @param trend one for each month of the period, at most twelve, oldest first
 * @param tables by stage, step and agency, and by district if the reader has several
 * @param law steps with a limit that a law sets, or that medicine does
 * @param ownTime whether the clocks' own time could be told; they were too many otherwise
 */
record ComplianceView(
        String period,
        Share total,
        List<Month> trend,
        List<Table> tables,
        List<Limit> law,
        Moved moved,
        boolean ownTime) {

    /** @param by word of the address: langkah, tahap, lembaga, daerah */
    record Table(String by, List<Row> rows) {}

    /**
     * @param place district of an agency; null if the reader has only one
     * @param href the same page about this row only
     * @param times null if nobody worked on one
     */
    record Row(
            String id,
            String name,
            String place,
            Share share,
            List<Bar> bars,
            String trend,
            Times times,
            String href) {}

    /**
     * In time or not.
     *
     * @param percent in time, cut off; says nothing if {@code few}
     * @param few whether these are fewer than five
     */
    record Share(
            long rated,
            long inTime,
            long late,
            int percent,
            boolean few,
            String hrefRated,
            String hrefInTime,
            String hrefLate) {}

    /** @param bar what stands for it in the picture; null if it is too few clocks for a bar */
    record Month(String name, Share share, Bar bar) {}

    /** A bar of an SVG, in its units; 0 is at the top. */
    record Bar(int x, int y, int height) {}

    /**
     * Medians of the clocks that were done, in words and as they are.
     *
     * @param own in the clocks' own time, where that is another; empty if it is not
     */
    record Times(long worked, String href, String waiting, String working, Spans spans, List<OwnTimes> own) {}

    /**
     * @param href the list of the clocks it is told of
     * @param office whether office hours were counted
     */
    record OwnTimes(
            long count,
            String href,
            String waiting,
            String working,
            boolean office,
            Duration waited,
            Duration worked) {}

    /**
     * @param basis what the SOP says the limit rests on; empty if it does not know the step any more
     * @param statutory whether the share is of clocks that a law sets
     * @param broken how many were marked as a breach of law
     * @param done how many were done
     * @param within how many of them within 72 hours of the step's opening; of the medical limit only
     */
    record Limit(
            String id,
            String name,
            String basis,
            boolean statutory,
            Share share,
            long broken,
            String hrefBroken,
            long done,
            String hrefDone,
            long within,
            String hrefWithin) {}

    /**
     * Pauses and extensions of rated clocks.
     *
     * @param pausedTime how long they stood still, all together
     * @param stood the same as it is
     * @param extendedTime what they were given, by measure
     */
    record Moved(
            long paused,
            String hrefPaused,
            String pausedTime,
            Duration stood,
            long extended,
            String hrefExtended,
            List<String> extendedTime) {}
}
