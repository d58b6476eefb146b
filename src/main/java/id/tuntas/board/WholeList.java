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
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads a list to its end: the rows {@link ClockList} has on all its pages, in the same order, and as many as
 * {@link Figures#count} says. The database hands them over some at a time.
 */
@Component
public class WholeList {

    /** Rows in memory at once. */
    public static final int SOME = 500;

    private final JdbcClient db;
    private final TransactionTemplate view;

    WholeList(DataSource database, PlatformTransactionManager transactions) {
        JdbcTemplate someAtATime = new JdbcTemplate(database);
        someAtATime.setFetchSize(SOME);
        this.db = JdbcClient.create(someAtATime);
        this.view = new TransactionTemplate(transactions);
        view.setReadOnly(true);
        // the count and the rows come from one moment, whatever happens in between
        view.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Everything asked by the work sees the same state of the database; PostgreSQL gives rows bit by bit only within. */
    public void inOneView(Runnable work) {
        view.executeWithoutResult(status -> work.run());
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
