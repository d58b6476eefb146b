package id.tuntas.board;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists clocks. A list is as long as {@link Figures#count} says under the same filter at the same moment. */
@Component
public class ClockList {

    /** Rows of a page. */
    public static final int PAGE = 50;

    private final JdbcClient db;

    ClockList(JdbcClient db) {
        this.db = db;
    }

    /** @param page from 1 on; empty beyond the last one */
    public List<ClockLine> page(BoardFilter filter, Sort sort, int page, Instant now) {
        return some(filter, sort, (long) (page - 1) * PAGE, PAGE, now);
    }

    /** The first ones. @param most in memory all at once */
    public List<ClockLine> first(BoardFilter filter, Sort sort, int most, Instant now) {
        return some(filter, sort, 0, most, now);
    }

    /** The first ones, and how many there are: one question where {@link Figures#count} would read all of them again. */
    public Beginning begin(BoardFilter filter, Sort sort, int most, Instant now) {
        Condition where = filter.where(now);
        List<Counted> found = db.sql(
                        """
                        select c.*, f.f_count from step_clock c
                        join (select c.id as f_id, count(*) over () as f_count from step_clock c where %1$s
                            order by %2$s fetch first :f_most rows only) f on f.f_id = c.id
                        order by %2$s"""
                                .formatted(where.sql(), sort.sql()))
                .params(where.params())
                .param("f_most", most)
                .query((row, number) -> new Counted(ClockLine.of(row, number), row.getLong("f_count")))
                .list();
        return new Beginning(
                found.stream().map(Counted::line).toList(),
                found.isEmpty() ? 0 : found.get(0).of());
    }

    /** What the clocks did last by themselves, by clock; a clock that did nothing yet is missing. */
    public Map<String, ClockAct> lastActs(Collection<String> clockIds) {
        Map<String, ClockAct> acts = new HashMap<>();
        if (!clockIds.isEmpty()) {
            db.sql(
                            """
                            select clock_id, kind, reason, happened_at from clock_event
                            where clock_id in (:ids)
                                and kind in ('REMINDED', 'RESPONSE_LATE', 'BREACHED', 'RUNG_TOLD', 'RUNG_EMPTY', 'LEGAL_BREACH')
                            order by id""")
                    .param("ids", clockIds)
                    .query(row -> {
                        acts.put(
                                row.getString("clock_id"),
                                new ClockAct(
                                        row.getString("kind"),
                                        row.getString("reason"),
                                        ClockLine.instant(row, "happened_at")));
                    });
        }
        return acts;
    }

    /** Finds the rows by what an index holds, and reads from the table only those of the page. */
    private List<ClockLine> some(BoardFilter filter, Sort sort, long offset, int most, Instant now) {
        Condition where = filter.where(now);
        return db.sql(
                        """
                        select c.* from step_clock c where c.id in (
                            select c.id from step_clock c where %1$s
                            order by %2$s offset :f_offset rows fetch next :f_most rows only)
                        order by %2$s"""
                                .formatted(where.sql(), sort.sql()))
                .params(where.params())
                .param("f_offset", offset)
                .param("f_most", most)
                .query(ClockLine::of)
                .list();
    }

    /** @param count how many the whole list has */
    public record Beginning(List<ClockLine> lines, long count) {}

    private record Counted(ClockLine line, long of) {}

    /**
     * A row of the ledger.
     *
     * @param kind code of the ledger, such as {@code RUNG_TOLD}
     * @param group the group that was told; null where nobody was
     */
    public record ClockAct(String kind, String group, Instant at) {}
}
