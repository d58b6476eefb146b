package id.tuntas.sla;

import id.tuntas.sla.ClockEvent.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What managers do about a step without moving its clock: each act is a row of the ledger, in the caller's transaction. */
@Component
public class ClockNotes {

    /** Between two reminders of one step. */
    public static final Duration BETWEEN_REMINDERS = Duration.ofHours(1);

    private final ClockTable clocks;
    private final ClockLog log;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ClockNotes(ClockTable clocks, ClockLog log, JdbcClient db, ApplicationEventPublisher events, Clock clock) {
        this.clocks = clocks;
        this.log = log;
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /** @throws ClockRefusal if the step is done, or was reminded less than {@link #BETWEEN_REMINDERS} ago */
    public void remind(String clockId, String userId) {
        StepClock open = open(clockId);
        Instant now = clock.instant();
        Instant last = lastReminders(List.of(clockId)).get(clockId);
        if (last != null && last.plus(BETWEEN_REMINDERS).isAfter(now)) {
            throw new ClockRefusal("Langkah ini sudah diingatkan kurang dari satu jam yang lalu.");
        }
        log.add(ClockEvent.of(clockId, now, Kind.REMINDED_BY_HAND).by(userId));
        ClockSubject subject = open.subject();
        events.publishEvent(new StepReminded(
                clockId,
                subject.caseNumber(),
                subject.stepId(),
                subject.districtId(),
                holderOf(clockId),
                subject.ownerGroup(),
                userId));
    }

    /** When somebody reminded the people of these steps last; a step nobody did that for is missing. */
    public Map<String, Instant> lastReminders(Collection<String> clockIds) {
        Map<String, Instant> last = new HashMap<>();
        if (!clockIds.isEmpty()) {
            db.sql(
                            """
                            select clock_id, max(happened_at) as last_at from clock_event
                            where clock_id in (:ids) and kind = 'REMINDED_BY_HAND' group by clock_id""")
                    .param("ids", clockIds)
                    .query(row -> {
                        last.put(row.getString("clock_id"), ClockRow.instant(row, "last_at"));
                    });
        }
        return last;
    }

    /** A manager has given the step to somebody. @throws ClockRefusal if it is done */
    public void reassigned(String clockId, String by, String to) {
        open(clockId);
        log.add(ClockEvent.of(clockId, clock.instant(), Kind.REASSIGNED).by(by).because(to));
    }

    /**
     * Somebody was called about the step.
     *
     * @param promised until when, if that was promised; null otherwise
     * @throws ClockRefusal if it is done
     */
    public void called(String clockId, String by, CallOutcome outcome, Instant promised) {
        open(clockId);
        log.add(ClockEvent.of(clockId, clock.instant(), Kind.CALL_NOTED)
                .by(by)
                .because(outcome.code())
                .until(promised));
    }

    private StepClock open(String clockId) {
        return clocks.lock(clockId)
                .filter(found -> found.doneAt() == null)
                .orElseThrow(() -> new ClockRefusal("Langkah ini sudah selesai."));
    }

    private String holderOf(String clockId) {
        return db.sql("select assignee from step_clock where id = :id")
                .param("id", clockId)
                .query((row, number) -> row.getString("assignee"))
                .list()
                .get(0);
    }
}
