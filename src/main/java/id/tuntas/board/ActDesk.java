package id.tuntas.board;

import id.tuntas.board.ActResults.Press;
import id.tuntas.engine.ActRefused;
import id.tuntas.engine.SupervisedSteps;
import id.tuntas.shared.DistrictZones;
import id.tuntas.sla.ClockNotes;
import id.tuntas.sla.ClockRefusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what was ordered, each step in a transaction of its own: one that is refused keeps no other back. */
@Component
public class ActDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ActDesk.class);

    private final ActJudge judge;
    private final ActResults results;
    private final SupervisedSteps steps;
    private final ClockNotes notes;
    private final DistrictZones zones;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ActDesk(
            ActJudge judge,
            ActResults results,
            SupervisedSteps steps,
            ClockNotes notes,
            DistrictZones zones,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.judge = judge;
        this.results = results;
        this.steps = steps;
        this.notes = notes;
        this.zones = zones;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param order complete: with the choice its act needs
     * @param press the same one again does nothing again
     */
    public void perform(ActOrder order, Press press, Reader reader) {
        List<String> ids = order.clockIds();
        for (int place = 0; place < ids.size(); place++) {
            one(order, ids.get(place), place, press, reader);
        }
    }

    private void one(ActOrder order, String id, int place, Press press, Reader reader) {
        ActRefusal refusal;
        try {
            refusal = transaction.execute(status -> {
                results.add(press, id, place, order.act(), ActResults.ACTED);
                ActRefusal found = attempt(order, id, reader);
                if (found != null) {
                    status.setRollbackOnly();
                }
                return found;
            });
        } catch (DuplicateKeyException e) {
            return; // pressed twice: what happened stands there
        } catch (ActRefused e) {
            refusal = refusalOf(e.reason());
        } catch (ClockRefusal e) {
            refusal = ActRefusal.CHANGED;
        } catch (RuntimeException e) {
            // not its words: they may quote a form
            LOG.error("{} of step {} failed: {}", order.act(), id, e.getClass().getName());
            refusal = ActRefusal.BROKEN;
        }
        if (refusal != null) {
            putDown(order, id, place, press, refusal);
        }
    }

    private void putDown(ActOrder order, String id, int place, Press press, ActRefusal refusal) {
        try {
            transaction.executeWithoutResult(status -> results.add(press, id, place, order.act(), refusal.code()));
        } catch (DuplicateKeyException e) {
            // the other one of two presses was faster
        }
    }

    private ActRefusal attempt(ActOrder order, String id, Reader reader) {
        Instant now = clock.instant();
        var one = new ActOrder(
                order.act(), List.of(id), order.person(), order.agreed(), order.outcome(), order.promised());
        ActJudge.Row row = judge.judge(one, reader, now).get(0);
        if (row.refusal() != null) {
            return row.refusal();
        }
        switch (order.act()) {
            case REMIND -> notes.remind(id, reader.userId());
            case REASSIGN -> {
                steps.assign(id, order.person());
                notes.reassigned(id, reader.userId(), order.person());
            }
            case DECIDE -> steps.decide(id, order.agreed());
            case CALL -> notes.called(id, reader.userId(), order.outcome(), endOf(order, row.line()));
        }
        return null;
    }

    /** The promised day counts to its end, in the zone of the district. */
    private Instant endOf(ActOrder order, ClockLine line) {
        ZoneId zone = zones.zoneOf(line.districtId());
        return order.promised() == null
                ? null
                : order.promised().plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(60);
    }

    private static ActRefusal refusalOf(ActRefused.Reason reason) {
        return switch (reason) {
            case GONE -> ActRefusal.DONE;
            case NOT_ALLOWED -> ActRefusal.NOT_ALLOWED;
            case NOT_HIS -> ActRefusal.NOT_HIS;
            case TAKEN -> ActRefusal.TAKEN;
            case CHANGED -> ActRefusal.CHANGED;
        };
    }
}
