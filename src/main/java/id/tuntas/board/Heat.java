package id.tuntas.board;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is open and late now, by stage and step, and how much of their time steps needed. */
@Component
public class Heat {

    private final JdbcClient db;

    Heat(JdbcClient db) {
        this.db = db;
    }

    /** Clocks that run, as {@link BoardState#OPEN} and {@link BoardState#LATE} list them. */
    public List<Running> running(BoardFilter filter, Instant now) {
        Condition where = filter.in(BoardState.OPEN).where(now);
        return db.sql(
                        """
                        select c.stage_id, c.step_id, count(*) as open, %s as late
                        from step_clock c
                        where %s
                        group by c.stage_id, c.step_id"""
                                .formatted(BoardState.counted(BoardState.LATE.condition()), where.sql()))
                .params(where.params())
                .param("f_now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Running(
                        new Place(null, null, row.getString("stage_id"), row.getString("step_id")),
                        row.getLong("open"),
                        row.getLong("late")))
                .list();
    }

    /**
     * The median of time needed ÷ time given, by stage or step, of the clocks that are done: from the step's opening to its
     * end, over from the opening to its due date as pauses and extensions left it. Both in calendar time, so it is above 1
     * for a clock exactly if that was done late.
     */
    public Map<Place, Pace> pace(BoardFilter filter, By by, Instant now) {
        Condition where = filter.in(BoardState.DONE).where(now);
        return db
                .sql(
                        """
                        select %s, count(*) as done,
                            percentile_cont(0.5) within group (order by extract(epoch from (c.done_at - c.started_at))
                                / nullif(extract(epoch from (c.due_at - c.started_at)), 0)) as pace
                        from step_clock c
                        where %s
                        group by %s"""
                                .formatted(by.columns(), where.sql(), by.columns()))
                .params(where.params())
                .query((row, number) -> Map.entry(by.place(row), new Pace(row.getLong("done"), row.getDouble("pace"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @param place stage and step only */
    public record Running(Place place, long open, long late) {}

    /** @param needed median of time needed ÷ time given */
    public record Pace(long done, double needed) {}
}
