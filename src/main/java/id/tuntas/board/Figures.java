package id.tuntas.board;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts clocks. What is counted here, {@link ClockList} lists under the same filter. */
@Component
public class Figures {

    private final JdbcClient db;

    Figures(JdbcClient db) {
        this.db = db;
    }

    /** @param now the moment the figure speaks of */
    public long count(BoardFilter filter, Instant now) {
        Condition where = filter.where(now);
        return db.sql("select count(*) from step_clock c where " + where.sql())
                .params(where.params())
                .query(Long.class)
                .single();
    }

    /** The same clocks by who has them: district, agency, step and person. Worst first: danger, then the oldest due date. */
    public List<Pile> piles(BoardFilter filter, Instant now) {
        Condition where = filter.where(now);
        return db.sql(
                        """
                        select c.district_id, c.agency_id, c.step_id, c.assignee, count(*) as clocks,
                            sum(case when c.risk = 'DARURAT' then 1 else 0 end) as emergencies,
                            %s as stuck, min(c.due_at) as oldest_due
                        from step_clock c
                        where %s
                        group by c.district_id, c.agency_id, c.step_id, c.assignee
                        order by case when sum(case when c.risk = 'DARURAT' then 1 else 0 end) > 0 then 0 else 1 end,
                            min(c.due_at), c.district_id, c.agency_id, c.step_id, c.assignee"""
                                .formatted(BoardState.counted(BoardState.Sql.NOTHING_MOVES), where.sql()))
                .params(where.params())
                .query((row, number) -> new Pile(
                        row.getString("district_id"),
                        row.getString("agency_id"),
                        row.getString("step_id"),
                        row.getString("assignee"),
                        row.getLong("clocks"),
                        row.getLong("emergencies"),
                        row.getLong("stuck"),
                        ClockLine.instant(row, "oldest_due")))
                .list();
    }

    /**
     * Clocks of one step that one person has, or nobody.
     *
     * @param agencyId null if no agreement covers the service
     * @param assignee user id; null if nobody has taken it
     * @param emergencies how many of them belong to a case in danger
     * @param stuck how many of them {@link BoardState#STUCK} counts, if they are late
     * @param oldestDue the earliest due date among them
     */
    public record Pile(
            String districtId,
            String agencyId,
            String stepId,
            String assignee,
            long count,
            long emergencies,
            long stuck,
            Instant oldestDue) {}
}
