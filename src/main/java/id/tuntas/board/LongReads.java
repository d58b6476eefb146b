package id.tuntas.board;

import java.util.concurrent.Semaphore;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads that are written to somebody while they go on. Each sees one moment of the database, and holds a connection to it
 * for as long as somebody's line takes: so only a few go on at once.
 */
public final class LongReads {

    private final TransactionTemplate oneMoment;
    private final Semaphore turns;

    /** @param most at once, on this node */
    public LongReads(PlatformTransactionManager transactions, int most) {
        this.turns = new Semaphore(most);
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        // a count and the rows come from one moment, whatever happens in between
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** @return false, with nothing done, if as many others go on */
    public boolean inTurn(Runnable work) {
        if (!turns.tryAcquire()) {
            return false;
        }
        try {
            oneMoment.executeWithoutResult(status -> work.run());
            return true;
        } finally {
            turns.release();
        }
    }
}
