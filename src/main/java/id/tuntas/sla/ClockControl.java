package id.tuntas.sla;

import id.tuntas.calendar.WorkCalendar;
import id.tuntas.sla.ClockEvent.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * Stops, starts and stretches a clock. Each act is a row of the ledger and moves due date, reminder, timer and table
 * together. Nobody stops or stretches a clock the law has set.
 */
@Component
public class ClockControl {

    /** Longest pause. A case that waits longer needs a decision, not a clock that stands still. */
    static final Duration LONGEST_PAUSE = Duration.ofDays(30);

    private final ClockTable clocks;
    private final ClockLog log;
    private final DuePlanner planner;
    private final ClockMove move;
    private final Clock clock;

    ClockControl(ClockTable clocks, ClockLog log, DuePlanner planner, ClockMove move, Clock clock) {
        this.clocks = clocks;
        this.log = log;
        this.planner = planner;
        this.move = move;
        this.clock = clock;
    }

    /**
     * Stops the clock until the limit, when it runs again by itself. Stopping a stopped clock moves its limit.
     *
     * @param reason code from the list of reasons
     * @throws ClockRefusal if the clock is statutory, late, or the limit is not within {@link #LONGEST_PAUSE}
     */
    public void pause(String clockId, String userId, String reason, Instant until) {
        Instant now = clock.instant();
        StepClock open = changeable(clockId, now);
        // the last day counts to its end
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_PAUSE.plusDays(1)))) {
            throw new ClockRefusal("Jeda paling lama " + LONGEST_PAUSE.toDays()
                    + " hari dari sekarang. Pilih tanggal setelah hari ini, paling jauh "
                    + LONGEST_PAUSE.toDays() + " hari lagi.");
        }
        Timing paused = open.timing().paused(now, until, planner.calendarOf(open.subject()));
        move.to(open, paused, event(open, Kind.PAUSED, userId, reason).until(until));
    }

    /** @throws ClockRefusal if the clock does not stand still */
    public void resume(String clockId, String userId, String reason) {
        Instant now = clock.instant();
        StepClock open = changeable(clockId, now);
        if (!open.timing().isPaused(now)) {
            throw new ClockRefusal("Jam langkah ini tidak sedang dijeda.");
        }
        move.to(open, open.timing().resumed(now), event(open, Kind.RESUMED, userId, reason));
    }

    /**
     * Puts the wish for more time on record; the next rung decides.
     *
     * @param length ISO-8601 duration, in the unit of the step's budget
     * @throws ClockRefusal if the clock is statutory or late, or the length does not fit its budget
     */
    public void askExtension(String clockId, String userId, String reason, String length) {
        StepClock open = changeable(clockId, clock.instant());
        log.add(event(open, Kind.EXTENSION_ASKED, userId, reason).changing(units(open, length)));
    }

    /**
     * Gives more time. A step that became late meanwhile stays late, and the ledger says that the decision came too late.
     *
     * @return whether the clock was extended
     */
    public boolean extend(String clockId, String userId, String length) {
        StepClock open = clocks.lock(clockId).orElse(null);
        if (open == null || open.doneAt() != null || open.statutory() || open.isLateAt(clock.instant())) {
            decline(clockId, userId, "terlambat");
            return false;
        }
        long units = units(open, length);
        move.to(
                open,
                open.timing().extended(units),
                event(open, Kind.EXTENDED, userId, null).changing(units));
        return true;
    }

    public void decline(String clockId, String userId, String reason) {
        log.add(ClockEvent.of(clockId, clock.instant(), Kind.EXTENSION_DECLINED)
                .by(userId)
                .because(reason));
    }

    /** Zone of the district the clock counts in. */
    ZoneId zoneOf(String clockId) {
        return planner.calendarOf(clocks.find(clockId).orElseThrow().subject()).zone();
    }

    private StepClock changeable(String clockId, Instant now) {
        StepClock open = clocks.lock(clockId)
                .filter(found -> found.doneAt() == null)
                .orElseThrow(() -> new ClockRefusal("Langkah ini sudah selesai."));
        if (open.statutory()) {
            throw new ClockRefusal(
                    "Tenggat langkah ini ditetapkan undang-undang: tidak dapat dijeda atau diperpanjang.");
        }
        if (open.isLateAt(now)) {
            throw new ClockRefusal(
                    "Langkah ini sudah terlambat. Jeda atau perpanjangan tidak menghapus keterlambatan; selesaikan langkahnya.");
        }
        return open;
    }

    /** No more than the author gave: who needs more than twice the time needs another plan. */
    private long units(StepClock open, String length) {
        Budget extra = Budget.parse(length);
        Timing timing = open.timing();
        if (extra.measure(timing.working()) != timing.measure()) {
            throw new ClockRefusal("Tenggat langkah ini dihitung dalam "
                    + (extra.days().isZero() ? "hari" : "jam") + " kerja. Pilih perpanjangan dalam "
                    + (extra.days().isZero() ? "hari." : "jam."));
        }
        WorkCalendar calendar = planner.calendarOf(open.subject());
        long units = extra.units(clock.instant(), calendar, timing.working());
        if (units > Budget.parse(open.budget()).units(open.startedAt(), calendar, timing.working())) {
            throw new ClockRefusal("Perpanjangan paling lama sama dengan tenggat semula. Pilih yang lebih pendek.");
        }
        return units;
    }

    private ClockEvent event(StepClock open, Kind kind, String userId, String reason) {
        return ClockEvent.of(open.id(), clock.instant(), kind).by(userId).because(reason);
    }
}
