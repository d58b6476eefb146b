package id.tuntas.sla;

import id.tuntas.sla.ClockEvent.Kind;
import id.tuntas.sla.ClockTable.Mark;
import id.tuntas.sla.OverdueClocks.Overdue;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes through the clocks and does what is due and has no timer of its own: it reminds, offers a step nobody takes to the
 * first rung as well, marks what is late without a timer, and ends ladders a crash has left standing. Each clock in its
 * own transaction; several nodes may sweep at once, because what is done is done once.
 */
@Component
public class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int AT_ONCE = 500;

    private final OverdueClocks overdue;
    private final ClockTable clocks;
    private final ClockLog log;
    private final StepClocks stepClocks;
    private final Ladders ladders;
    private final Rungs rungs;
    private final ObjectProvider<StepTimers> engine;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sweep(
            OverdueClocks overdue,
            ClockTable clocks,
            ClockLog log,
            StepClocks stepClocks,
            Ladders ladders,
            Rungs rungs,
            ObjectProvider<StepTimers> engine,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.overdue = overdue;
        this.clocks = clocks;
        this.log = log;
        this.stepClocks = stepClocks;
        this.ladders = ladders;
        this.rungs = rungs;
        this.engine = engine;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Does what is due now. What fails is logged and tried again the next time. */
    public void run() {
        Instant now = clock.instant();
        each(Overdue.RESPONSE, now, this::respond);
        each(Overdue.REMINDER, now, this::remind);
        each(Overdue.BREACH_WITHOUT_TIMER, now, stepClocks::breached);
        each(Overdue.LADDER_OF_DONE, now, ladders::end);
    }

    private void each(Overdue what, Instant now, Consumer<String> action) {
        for (String id : overdue.find(what, now, AT_ONCE)) {
            try {
                transaction.executeWithoutResult(status -> action.accept(id));
            } catch (RuntimeException e) {
                LOG.warn("Clock {} could not be looked after ({})", id, what, e);
            }
        }
    }

    private void remind(String id) {
        Instant now = clock.instant();
        if (clocks.mark(id, Mark.REMINDED, now)) {
            log.add(ClockEvent.of(id, now, Kind.REMINDED));
        }
    }

    private void respond(String id) {
        Instant now = clock.instant();
        if (!clocks.mark(id, Mark.RESPONSE_LATE, now)) {
            return;
        }
        ClockSubject subject = clocks.find(id).orElseThrow().subject();
        String told = rungs.staffed(subject).findFirst().orElse(null);
        if (told != null) {
            engine.getObject().offer(id, told);
        }
        log.add(ClockEvent.of(id, now, Kind.RESPONSE_LATE).because(told));
    }
}
