package id.tuntas.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What people did to clocks, as the ledger tells it: when they stood still, and how much time they were given. */
@Component
public class Pauses {

    private final JdbcClient db;

    Pauses(JdbcClient db) {
        this.db = db;
    }

    /**
     * When the clocks under a filter stood still, by clock. A pause ends at its limit, when the clock was started again or
     * stopped anew, when the step was done, or now.
     */
    public Map<String, List<Pause>> of(BoardFilter filter, Instant now) {
        return of(filter.with(Field.MOVED, "jeda").where(now), now);
    }

    /** When these clocks stood still, by clock; those that never did are missing. */
    public Map<String, List<Pause>> of(Collection<String> clockIds, Instant now) {
        return clockIds.isEmpty() ? Map.of() : of(new Condition("c.id in (:f_ids)", Map.of("f_ids", clockIds)), now);
    }

    private Map<String, List<Pause>> of(Condition where, Instant now) {
        Map<String, List<Pause>> pauses = new HashMap<>();
        db.sql(
                        """
                        select e.clock_id, e.kind, e.happened_at, e.until_at, c.done_at
                        from clock_event e join step_clock c on c.id = e.clock_id
                        where e.kind in ('PAUSED', 'RESUMED') and %s
                        order by e.id"""
                                .formatted(where.sql()))
                .params(where.params())
                .query(row -> {
                    add(pauses.computeIfAbsent(row.getString("clock_id"), none -> new ArrayList<>()), row, now);
                });
        return pauses;
    }

    /** Time given on top, by what it is counted in: CALENDAR_TIME, WORKING_HOURS (ms), WORKING_DAYS (billionths of a day). */
    public Map<String, Long> extended(BoardFilter filter, Instant now) {
        Condition where = filter.with(Field.MOVED, "perpanjangan").where(now);
        Map<String, Long> units = new HashMap<>();
        db.sql(
                        """
                        select c.measure, sum(e.units) as units
                        from clock_event e join step_clock c on c.id = e.clock_id
                        where e.kind = 'EXTENDED' and %s
                        group by c.measure"""
                                .formatted(where.sql()))
                .params(where.params())
                .query(row -> {
                    units.put(row.getString("measure"), row.getLong("units"));
                });
        return units;
    }

    private static void add(List<Pause> pauses, ResultSet row, Instant now) throws SQLException {
        Instant at = ClockLine.instant(row, "happened_at");
        if (!pauses.isEmpty()) {
            int last = pauses.size() - 1;
            pauses.set(last, pauses.get(last).endedBy(at));
        }
        if ("PAUSED".equals(row.getString("kind"))) {
            Instant done = ClockLine.instant(row, "done_at");
            pauses.add(new Pause(at, ClockLine.instant(row, "until_at")).endedBy(done == null ? now : done));
        }
    }

    /** @param until never before {@code from} */
    public record Pause(Instant from, Instant until) {

        public Duration length() {
            return Duration.between(from, until);
        }

        private Pause endedBy(Instant end) {
            Instant last = end.isBefore(until) ? end : until;
            return new Pause(from, last.isBefore(from) ? from : last);
        }
    }
}
