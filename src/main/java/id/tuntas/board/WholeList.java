package id.tuntas.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Reads a list to its end: the rows {@link ClockList} has on all its pages, in the same order, and as many as
 * {@link Figures#count} says. The database hands them over some at a time.
 */
@Component
public class WholeList {

    /** Rows in memory at once. */
    public static final int SOME = 500;

    private static final int AT_ONCE = 4;

    private final JdbcClient db;
    private final LongReads reads;

    WholeList(DataSource database, PlatformTransactionManager transactions) {
        JdbcTemplate someAtATime = new JdbcTemplate(database);
        someAtATime.setFetchSize(SOME);
        this.db = JdbcClient.create(someAtATime);
        this.reads = new LongReads(transactions, AT_ONCE);
    }

    /**
     * Everything asked by the work sees the same state of the database; PostgreSQL gives rows bit by bit only within.
     *
     * @return false, with nothing done, if too many others read long lists
     */
    public boolean inOneView(Runnable work) {
        return reads.inTurn(work);
    }

    /** @param reader gets at most {@link #SOME} at a time, at least one */
    public void each(BoardFilter filter, Sort sort, Instant now, Consumer<List<ClockLine>> reader) {
        Condition where = filter.where(now);
        List<ClockLine> some = new ArrayList<>(SOME);
        db.sql("select c.* from step_clock c where " + where.sql() + " order by " + sort.sql())
                .params(where.params())
                .query(row -> {
                    some.add(ClockLine.of(row, 0));
                    if (some.size() == SOME) {
                        reader.accept(List.copyOf(some));
                        some.clear();
                    }
                });
        if (!some.isEmpty()) {
            reader.accept(List.copyOf(some));
        }
    }
}
