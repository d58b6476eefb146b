package id.tuntas.sla;

import id.tuntas.shared.Risk;
import id.tuntas.sla.ClockEvent.Kind;
import id.tuntas.sla.ClockTable.Mark;
import id.tuntas.sop.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Chooses the next rung of a late step's ladder: the next group of its {@code eskalasi} in which there is somebody. */
@Component
public class Rungs {

    private static final Logger LOG = LoggerFactory.getLogger(Rungs.class);

    private final ClockTable clocks;
    private final ClockLog log;
    private final StepCatalog steps;
    private final Staff staff;
    private final DuePlanner planner;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    // the engine needs the expression beans, and they need this
    private final ObjectProvider<StepTimers> engine;

    Rungs(
            ClockTable clocks,
            ClockLog log,
            StepCatalog steps,
            Staff staff,
            DuePlanner planner,
            Clock clock,
            ApplicationEventPublisher events,
            ObjectProvider<StepTimers> engine) {
        this.engine = engine;
        this.clocks = clocks;
        this.log = log;
        this.steps = steps;
        this.staff = staff;
        this.planner = planner;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes the ladder of a late clock one rung up. Groups without anybody are skipped and put on record.
     *
     * @param ladderInstanceId process instance that climbs
     * @param atMost what the SOP decided on the distance of the rungs
     * @throws IllegalArgumentException if there is no such clock
     */
    public Rung next(String clockId, String ladderInstanceId, Duration atMost) {
        StepClock late = clocks.lock(clockId).orElseThrow(() -> new IllegalArgumentException("No clock " + clockId));
        ClockSubject subject = late.subject();
        List<String> ladder = ladderOf(subject);
        Set<String> staffed = staff.staffed(ladder, subject.districtId());
        int next = nextStaffed(ladder, late.rung(), staffed);
        ladder.subList(Math.min(late.rung(), ladder.size()), next).forEach(empty -> skipped(late, empty));
        boolean found = next < ladder.size();
        boolean last = found
                ? nextStaffed(ladder, next + 1, staffed) == ladder.size()
                : late.rung() == 0; // nobody on any rung: the last is the first that would have been told
        Instant now = clock.instant();
        Instant goesOn = last || !found ? null : nextAt(late, atMost, now);
        clocks.climbed(clockId, Math.max(1, Math.min(next + 1, ladder.size())), ladderInstanceId, goesOn);
        if (found) {
            log.add(ClockEvent.of(clockId, now, Kind.RUNG_TOLD)
                    .because(ladder.get(next))
                    .until(goesOn));
        }
        return new Rung(next + 1, found ? ladder.get(next) : null, last, late.statutory());
    }

    /**
     * The case of a late clock has another risk. If rungs are closer together then, the next one is told as if they had been
     * so since the last was told, and at once if that is past. A lower risk slows no ladder.
     */
    void riskIs(StepClock late, Risk risk) {
        LedgerView ledger = log.of(late.id());
        Instant next = ledger.nextRungAt();
        String ladder = next == null ? null : clocks.ladderOf(late.id()).orElse(null);
        if (ladder == null) {
            return;
        }
        Duration atMost = planner.rungAtMost(risk);
        Instant now = clock.instant();
        Instant wanted = later(ledger.toldAt().plus(atMost), now);
        engine.getObject().hurryLadder(ladder, wanted, atMost);
        if (wanted.isBefore(next)) {
            clocks.climbed(late.id(), late.rung(), ladder, wanted);
            log.add(ClockEvent.of(late.id(), now, Kind.RISK_CHANGED)
                    .because(risk == null ? null : risk.name())
                    .until(wanted));
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** As the timer of the ladder counts it, see {@link Sla#nextRungAt}; the two are asked in one transaction. */
    private Instant nextAt(StepClock late, Duration atMost, Instant now) {
        return DuePlanner.nextRungAt(late.timing(), atMost, now, planner.calendarOf(late.subject()));
    }

    /** The legal limit is broken, for good: no later act takes it back. */
    public void legallyBroken(String clockId) {
        StepClock broken = clocks.find(clockId).orElseThrow(() -> new IllegalArgumentException("No clock " + clockId));
        Instant now = clock.instant();
        if (clocks.mark(clockId, Mark.LEGAL_BREACH, now)) {
            log.add(ClockEvent.of(clockId, now, Kind.LEGAL_BREACH));
            events.publishEvent(new LegalDeadlineBroken(
                    broken.subject().processInstanceId(), broken.subject().stepId(), now));
        }
    }

    /** Groups of the clock's ladder in which there is somebody, first to last. */
    Stream<String> staffed(ClockSubject subject) {
        List<String> ladder = ladderOf(subject);
        return ladder.stream().filter(staff.staffed(ladder, subject.districtId())::contains);
    }

    private List<String> ladderOf(ClockSubject subject) {
        return steps.find(subject.processDefinitionId(), subject.stepId())
                .map(Step::eskalasi)
                .orElse(List.of());
    }

    private static int nextStaffed(List<String> ladder, int from, Set<String> staffed) {
        int rung = Math.min(from, ladder.size());
        while (rung < ladder.size() && !staffed.contains(ladder.get(rung))) {
            rung++;
        }
        return rung;
    }

    private void skipped(StepClock late, String group) {
        log.add(ClockEvent.of(late.id(), clock.instant(), Kind.RUNG_EMPTY).because(group));
        LOG.warn(
                "Nobody in group {} of district {} to tell about late step {}",
                group,
                late.subject().districtId(),
                late.subject().stepId());
    }

    /**
     * @param number from 1
     * @param group null if no rung is left
     * @param last whether nobody stands above
     * @param statutory whether the late clock is one the law has set
     */
    public record Rung(int number, String group, boolean last, boolean statutory) {}
}
