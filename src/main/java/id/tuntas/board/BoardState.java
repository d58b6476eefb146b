package id.tuntas.board;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A state of a clock that the board counts. Each is one condition on the table {@code step_clock c}; {@code :f_now} is the
 * moment the board speaks of. A pair of percent signs with a word stands for what depends on the reader.
 */
public enum BoardState {
    /** Not done yet. */
    OPEN("terbuka", true, "c.done_at is null"),

    /** Not done, and its time has run out. */
    LATE("terlambat", true, Sql.LATE),

    /** Has time still, but not beyond the end of the district's day. */
    TODAY("hari-ini", true, "c.done_at is null and c.breached_at is null and c.due_at > :f_now and " + Sql.BY_TONIGHT),

    /** Late, and nothing moves: nobody has taken it, or everybody on its ladder has been told. */
    STUCK("tersendat", true, Sql.LATE + " and " + Sql.NOTHING_MOVES),

    /** The reader has taken it, or one of his groups may. */
    WAITING("menunggu-saya", true, "c.done_at is null and c.kind = 'LANGKAH' and " + Sql.FOR_READER),

    /** Its clock stands still. */
    PAUSED("dijeda", true, "c.done_at is null and c.running_since > :f_now"),

    /** Completed, in time or not; steps nobody needed any more are not. */
    DONE("selesai", false, "c.outcome = 'SELESAI'"),

    /** Completed before its time ran out. */
    IN_TIME("tepat-waktu", false, "c.outcome = 'SELESAI' and c.breached_at is null"),

    /** Late now, or was late when it was done. */
    BREACHED(
            "pernah-terlambat",
            false,
            "(c.breached_at is not null or (c.done_at is null and c.due_at <= :f_now))"
                    + " and (c.outcome is null or c.outcome = 'SELESAI')"),

    /** What compliance is counted of: {@link #IN_TIME} and {@link #BREACHED} together. */
    RATED(
            "dinilai",
            false,
            "(c.outcome = 'SELESAI' or (c.outcome is null and (c.breached_at is not null"
                    + " or (c.done_at is null and c.due_at <= :f_now))))"),

    /** Completed by somebody of whom the clock knows when he took it. */
    WORKED("dikerjakan", false, "c.outcome = 'SELESAI' and c.claimed_at is not null"),

    /** A limit set by law was broken. */
    LAW_BROKEN("melanggar-hukum", false, "c.legal_breach_at is not null"),

    /** Whatever happened to it. */
    ALL("semua", false, "1 = 1");

    private final String word;
    private final boolean open;
    private final String condition;

    BoardState(String word, boolean open, String condition) {
        this.word = word;
        this.open = open;
        this.condition = condition;
    }

    /** The word of the address. */
    public String word() {
        return word;
    }

    /** Whether only clocks that still run can be in it. */
    public boolean isOpen() {
        return open;
    }

    public static Optional<BoardState> of(String word) {
        return Stream.of(values()).filter(state -> state.word.equals(word)).findFirst();
    }

    String condition() {
        return condition;
    }

    /** How many rows of a group are in a state or whatever else a condition on {@code step_clock c} says, as a column. */
    static String counted(String condition) {
        return "sum(case when " + condition + " then 1 else 0 end)";
    }

    /** Parts of conditions; an enum cannot refer to its own constants above them. */
    static final class Sql {

        static final String LATE = "c.done_at is null and (c.breached_at is not null or c.due_at <= :f_now)";

        /** What makes a late clock {@link #STUCK}; by itself for queries over late ones, which then need only an index. */
        static final String NOTHING_MOVES = "(c.assignee is null or (c.rung > 0 and c.next_rung_at is null))";

        /** Replaced: depends on the zones of the districts. */
        static final String BY_TONIGHT = "%tonight%";

        /** A step nobody takes in time is offered to the first rung of its ladder as well; the ledger says to whom. */
        static final String FOR_READER =
                "(c.assignee = :f_me or (c.assignee is null and (c.owner_group in (:f_groups) or (c.respond_late_at is not null"
                        + " and exists (select 1 from clock_event e where e.clock_id = c.id and e.kind = 'RESPONSE_LATE'"
                        + " and e.reason in (:f_groups))))))";

        private Sql() {}
    }
}
