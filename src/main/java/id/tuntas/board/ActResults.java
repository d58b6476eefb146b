package id.tuntas.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of each step of a press of a button; the key of a row is what makes a second press do nothing. */
@Component
public class ActResults {

    /** No code of a refusal. */
    static final String ACTED = "ok";

    private final JdbcClient db;
    private final Clock clock;

    ActResults(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if the same press has come before */
    void add(Press press, String clockId, int place, ManagersAct act, String outcome) {
        db.sql(
                        """
                        insert into act_in_place (actor, press, clock_id, place, act, outcome, happened_at)
                        values (:actor, :press, :clock, :place, :act, :outcome, :now)""")
                .param("actor", press.actor())
                .param("press", press.id())
                .param("clock", clockId)
                .param("place", place)
                .param("act", act.word())
                .param("outcome", outcome)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** In the order of the steps; empty if he never pressed that. */
    public List<Result> of(Press press) {
        return db.sql(
                        """
                        select r.act, r.outcome, r.clock_id, c.case_number, c.step_id
                        from act_in_place r left join step_clock c on c.id = r.clock_id and r.outcome <> 'not_here'
                        where r.actor = :actor and r.press = :press order by r.place""")
                .param("actor", press.actor())
                .param("press", press.id())
                .query(ActResults::result)
                .list();
    }

    private static Result result(ResultSet row, int number) throws SQLException {
        return new Result(
                row.getString("act"),
                row.getString("outcome"),
                row.getString("clock_id"),
                row.getString("case_number"),
                row.getString("step_id"));
    }

    /** One press of a button by one person. @param id made by the page, at most 36 characters */
    public record Press(String actor, String id) {}

    /**
     * @param act word of the act
     * @param outcome {@code ok}, or the code of an {@link ActRefusal}
     * @param caseNumber null if there is none, like {@code stepId} if it was not his to know
     */
    public record Result(String act, String outcome, String clockId, String caseNumber, String stepId) {

        public boolean isDone() {
            return ACTED.equals(outcome);
        }
    }
}
