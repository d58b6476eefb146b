package id.tuntas.board.web;

import id.tuntas.shared.Risk;
import java.time.Instant;
import java.util.List;

/**
 * A case in the words of its page; nothing here is about a person but user ids of officers.
 *
 * @param risk null while nobody knows
 * @param opened when, in the district's zone
 * @param closed null while it is open
 * @param closing why it was closed; null if nobody said so
 * @param legalBreach when a limit set by law was first broken; null if none was
 * @param now names of the stages that run
 * @param open steps nobody has done yet, oldest first
 * @param parts everything that happened, by stage
 */
record CaseView(
        String number,
        String district,
        Risk risk,
        String opened,
        String closed,
        String closing,
        String legalBreach,
        List<String> now,
        List<Stage> stages,
        List<Step> open,
        List<Referral> referrals,
        List<Part> parts) {

    /**
     * One of the five stages.
     *
     * @param state {@code selesai}, {@code berjalan}, {@code batal} or {@code belum}
     * @param open how many of its steps are open
     */
    record Stage(String name, String state, long open, boolean late) {}

    /** @param name of the stage, or of what stands outside of all */
    record Part(String id, String name, List<Step> steps) {}

    /**
     * A step with what happened to it.
     *
     * @param taken null if nobody has taken it
     * @param done null while it is open
     * @param events oldest first; without what the rest of the step says already
     */
    record Step(LineView line, String started, String taken, String done, List<Event> events) {}

    /** @param at in the district's zone @param byHand whether somebody did it, and not the clock */
    record Event(Instant moment, String at, String text, boolean byHand) {}

    /** A referral that waits. @param agency to whom; the coordinator once it came back */
    record Referral(String service, String agency, String state, String since, boolean late) {}
}
