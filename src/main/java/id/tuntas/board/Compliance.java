package id.tuntas.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How many clocks were in time, and how long steps took. Counted under the same conditions as every list: what is rated here,
 * {@link BoardState#RATED} lists, and so on.
 */
@Component
public class Compliance {

    /** Fewer clocks than this say nothing in per cent. */
    public static final int FEW = 5;

    private final JdbcClient db;

    Compliance(JdbcClient db) {
        this.db = db;
    }

    /** Rated clocks by where they belong. Empty where there are none. */
    public List<Cell> cells(BoardFilter filter, Instant now) {
        Condition where = filter.in(BoardState.RATED).where(now);
        return db.sql(
                        """
                        select c.district_id, c.agency_id, c.stage_id, c.step_id, count(*) as rated,
                            %s as in_time
                        from step_clock c
                        where %s
                        group by c.district_id, c.agency_id, c.stage_id, c.step_id"""
                                .formatted(BoardState.counted(BoardState.IN_TIME.condition()), where.sql()))
                .params(where.params())
                .query((row, number) ->
                        new Cell(Place.of(row), new Share(row.getLong("rated"), row.getLong("in_time"))))
                .list();
    }

    /** The same for each month of the period, which is the one the list of the month has. */
    public List<Month> months(BoardFilter filter, Period period, Instant now) {
        return period.months().stream()
                .map(month -> new Month(month.name(), cells(month.days().in(filter), now)))
                .toList();
    }

    /** How many clocks were marked as a breach of law, by step; steps without one are missing. */
    public Map<String, Long> broken(BoardFilter filter, Instant now) {
        Condition where = filter.in(BoardState.LAW_BROKEN).where(now);
        return db
                .sql("select c.step_id, count(*) as broken from step_clock c where " + where.sql()
                        + " group by c.step_id")
                .params(where.params())
                .query((row, number) -> Map.entry(row.getString("step_id"), row.getLong("broken")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Medians in calendar time, by what the clocks are put together by. */
    public Map<Place, Spans> spans(BoardFilter filter, By by, Instant now) {
        Condition where = filter.in(BoardState.WORKED).where(now);
        return db
                .sql(
                        """
                        select %s, count(*) as worked,
                            percentile_cont(0.5) within group (order by extract(epoch from (c.claimed_at - c.started_at))) as waiting,
                            percentile_cont(0.5) within group (order by extract(epoch from (c.done_at - c.claimed_at))) as working
                        from step_clock c
                        where %s
                        group by %s"""
                                .formatted(by.columns(), where.sql(), by.columns()))
                .params(where.params())
                .query((row, number) -> Map.entry(
                        by.place(row),
                        new Spans(row.getLong("worked"), seconds(row, "waiting"), seconds(row, "working"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Duration seconds(ResultSet row, String column) throws SQLException {
        return Duration.ofMillis(Math.round(row.getDouble(column) * 1000));
    }

    /** Rated clocks of one place. */
    public record Cell(Place place, Share share) {}

    /** @param cells empty if no clock of that month was rated */
    public record Month(YearMonth name, List<Cell> cells) {}

    /**
     * @param rated in time or late
     * @param inTime done before their time ran out
     */
    public record Share(long rated, long inTime) {

        static final Share NOTHING = new Share(0, 0);

        public static Share sum(List<Cell> cells) {
            return cells.stream()
                    .map(Cell::share)
                    .reduce(NOTHING, (one, other) -> new Share(one.rated + other.rated, one.inTime + other.inTime));
        }

        public long late() {
            return rated - inTime;
        }

        public boolean isFew() {
            return rated < FEW;
        }

        /** Cut off, not rounded: 100 means all. 0 if nothing was rated. */
        public int percent() {
            return rated == 0 ? 0 : (int) (inTime * 100 / rated);
        }
    }

    /**
     * @param worked how many clocks the medians are of
     * @param waiting from the step's opening until somebody first took it
     * @param working from then on until it was done
     */
    public record Spans(long worked, Duration waiting, Duration working) {}
}
