package id.tuntas.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An engine whose steps run out of time all at once, and how much of its own time it took to tell somebody of each. */
final class LateSteps {

    /** Of the first step of the SOP. */
    static final Duration BUDGET = Duration.ofHours(1);

    private static final int POLL_MS = 200;

    private final String engine;
    private final DataSource database;
    private final Runnable open;
    private final LongSupplier told;
    private long before;
    private int steps;
    private long nanos;

    /**
     * @param open makes one step whose budget ends {@link #BUDGET} later
     * @param told how many late steps somebody was told about, ever
     */
    LateSteps(String engine, DataSource database, Runnable open, LongSupplier told) {
        this.engine = engine;
        this.database = database;
        this.open = open;
        this.told = told;
    }

    /** Opens so many steps that run out of time now. */
    void open(int count) throws InterruptedException {
        before = told.getAsLong();
        steps = count;
        nanos = 0;
        ClockUtil.setCurrentTime(Date.from(Instant.now().minus(BUDGET)));
        ExecutorService people = Executors.newFixedThreadPool(2);
        for (int number = 0; number < count; number++) {
            people.execute(open);
        }
        people.shutdown();
        people.awaitTermination(1, TimeUnit.HOURS);
        // as autovacuum would have in a database that lives; otherwise plans, and rates, depend on when it comes round
        JdbcClient.create(database).sql("analyze").update();
        ClockUtil.reset();
    }

    /** Works for so long, or until all are told. */
    void work(Turns turns, Duration turn) throws InterruptedException {
        long begin = System.nanoTime();
        turns.give(engine);
        while (!isDone() && System.nanoTime() - begin < turn.toNanos()) {
            Thread.sleep(POLL_MS);
        }
        turns.give(null);
        nanos += System.nanoTime() - begin;
    }

    boolean isDone() {
        return told.getAsLong() - before >= steps;
    }

    /** Steps told of in a second of its own turns. */
    double rate() {
        return steps / (nanos / 1e9);
    }
}
