package id.tuntas.board;

import java.util.Optional;
import java.util.stream.Stream;

/** Orders of a list; the words are those of the address. Each ends with the id, so that pages do not overlap. */
public enum Sort {
    /** Danger first, then the oldest due date. */
    WORST("terburuk", "case when c.risk = 'DARURAT' then 0 else 1 end, c.due_at, c.id"),
    DUE("tenggat", "c.due_at, c.id"),
    LATEST("terbaru", "c.due_at desc, c.id"),
    AGENCY("lembaga", "c.agency_id, c.step_id, c.due_at, c.id"),
    CASE("kasus", "c.case_number, c.due_at, c.id");

    private final String word;
    private final String sql;

    Sort(String word, String sql) {
        this.word = word;
        this.sql = sql;
    }

    public String word() {
        return word;
    }

    /** What a list begins with if nobody chose: what still runs by how bad it is, what is over by how new it is. */
    public static Sort usual(BoardState state) {
        return state.isOpen() ? WORST : LATEST;
    }

    /**
     * @param typed null or blank = the usual one
     * @throws BadFilter if there is no such order
     */
    public static Sort of(String typed, BoardState state) {
        if (typed == null || typed.isBlank()) {
            return usual(state);
        }
        Optional<Sort> known = Stream.of(values())
                .filter(sort -> sort.word.equals(typed.strip()))
                .findFirst();
        return known.orElseThrow(() -> new BadFilter("urut", BadFilter.Reason.UNKNOWN_VALUE, typed));
    }

    String sql() {
        return sql;
    }
}
