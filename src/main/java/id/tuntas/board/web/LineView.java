package id.tuntas.board.web;

import id.tuntas.shared.Risk;
import java.time.Instant;

/**
 * A clock in the words of the page. Texts are never null unless said so.
 *
 * @param caseNumber null in a process that has no case
 * @param stage null if the step stands in no stage
 * @param person user id; null if nobody has taken the step
 * @param group the group it was offered to; empty for a stage
 * @param risk null while it is not known
 * @param time how far past its time it is, or how much is left, in its own time
 * @param due when it runs out, in the district's zone
 * @param rung the rung told last; null if none was
 * @param last what its clock did last by itself; null if nothing yet
 * @param next what it does next by itself; null once it is done
 * @param task address of the step in Tasklist; null for a stage and for what is done
 */
record LineView(
        String id,
        String caseNumber,
        String step,
        String stage,
        String agency,
        String district,
        String person,
        String group,
        Risk risk,
        boolean statutory,
        boolean open,
        boolean late,
        String time,
        Instant dueAt,
        String due,
        String rung,
        String last,
        String next,
        String task) {}
