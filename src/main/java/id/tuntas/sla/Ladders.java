package id.tuntas.sla;

import id.tuntas.sla.ClockEvent.Kind;
import id.tuntas.sla.ClockTable.Mark;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends ladders whose step is done. Not within the transaction that completes the step: the ladder lives in the same
 * case, and the engine must not rebuild a case while it walks through it. So it happens right after the commit, and what
 * a crash leaves undone the {@link Sweep} does.
 */
@Component
class Ladders {

    private static final Logger LOG = LoggerFactory.getLogger(Ladders.class);

    private final ClockTable clocks;
    private final ClockLog log;
    // the engine needs the expression beans, and they need this
    private final ObjectProvider<StepTimers> engine;
    private final Clock clock;
    private final TransactionTemplate apart;

    Ladders(
            ClockTable clocks,
            ClockLog log,
            ObjectProvider<StepTimers> engine,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.clocks = clocks;
        this.log = log;
        this.engine = engine;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Ends the clock's ladder, if it has one, once the running transaction is through. */
    void endSoon(String clockId) {
        if (clocks.ladderOf(clockId).isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                try {
                    end(clockId);
                } catch (RuntimeException e) {
                    LOG.warn("The ladder of clock {} did not end at once; the sweep will end it", clockId, e);
                }
            }
        });
    }

    /** Ends the ladder in a transaction of its own; a second call changes nothing. */
    void end(String clockId) {
        apart.executeWithoutResult(status -> clocks.ladderOf(clockId).ifPresent(ladder -> {
            engine.getObject().endLadder(ladder);
            Instant now = clock.instant();
            if (clocks.mark(clockId, Mark.LADDER_ENDED, now)) {
                log.add(ClockEvent.of(clockId, now, Kind.LADDER_ENDED));
            }
        }));
    }
}
