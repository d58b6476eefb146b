package id.tuntas.board;

import id.tuntas.board.Pauses.Pause;
import id.tuntas.sla.OwnTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long clocks waited and were worked on in the time they count themselves: office hours of their agency, or every hour,
 * and without their pauses. No database knows office hours, so these clocks are read one by one, up to a limit.
 */
@Component
public class OwnSpans {

    /** Of more clocks it is not told: the page would keep a manager waiting. */
    public static final int MOST = 20_000;

    private final JdbcClient db;
    private final Pauses pauses;
    private final OwnTime time;

    OwnSpans(JdbcClient db, Pauses pauses, OwnTime time) {
        this.db = db;
        this.pauses = pauses;
        this.time = time;
    }

    /** Of the clocks in state {@link BoardState#WORKED}; empty if there are more than {@link #MOST}. */
    public Optional<List<Own>> of(BoardFilter filter, Instant now) {
        BoardFilter worked = filter.in(BoardState.WORKED);
        Condition where = worked.where(now);
        List<Row> rows = db.sql("select c.id, c.district_id, c.agency_id, c.stage_id, c.step_id, c.calendar,"
                        + " c.started_at, c.claimed_at, c.done_at from step_clock c where " + where.sql()
                        + " fetch first :f_most rows only")
                .params(where.params())
                .param("f_most", MOST + 1)
                .query(Row::of)
                .list();
        if (rows.size() > MOST) {
            return Optional.empty();
        }
        Map<String, List<Pause>> paused = pauses.of(worked, now);
        OwnTime.Reading reading = time.reading();
        return Optional.of(rows.stream()
                .map(row -> own(row, paused.getOrDefault(row.id, List.of()), reading))
                .toList());
    }

    /** The middle one, or the mean of the two in the middle. @param spans not empty, in any order */
    public static Duration median(List<Duration> spans) {
        List<Duration> sorted = spans.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).plus(sorted.get(middle)).dividedBy(2);
    }

    private static Own own(Row row, List<Pause> pauses, OwnTime.Reading time) {
        return new Own(
                row.place,
                row.working,
                !pauses.isEmpty(),
                between(row, row.started, row.claimed, pauses, time),
                between(row, row.claimed, row.done, pauses, time));
    }

    private static Duration between(Row row, Instant from, Instant to, List<Pause> pauses, OwnTime.Reading time) {
        Duration counted = counted(row, from, to, time);
        for (Pause pause : pauses) {
            Instant first = pause.from().isAfter(from) ? pause.from() : from;
            Instant last = pause.until().isBefore(to) ? pause.until() : to;
            counted = counted.minus(counted(row, first, last, time));
        }
        return counted;
    }

    private static Duration counted(Row row, Instant from, Instant to, OwnTime.Reading time) {
        return time.counted(row.place.districtId(), row.place.agencyId(), row.working, from, to);
    }

    /** @param office whether office hours are counted */
    public record Own(Place place, boolean office, boolean paused, Duration waiting, Duration working) {}

    private record Row(String id, Place place, boolean working, Instant started, Instant claimed, Instant done) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    row.getString("id"),
                    Place.of(row),
                    "kerja".equals(row.getString("calendar")),
                    ClockLine.instant(row, "started_at"),
                    ClockLine.instant(row, "claimed_at"),
                    ClockLine.instant(row, "done_at"));
        }
    }
}
