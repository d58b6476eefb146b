package id.tuntas.sla;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the ledger says about one clock, oldest row first. */
record LedgerView(List<ClockEvent> events) {

    /** When that happened first; null if it has not. */
    Instant at(ClockEvent.Kind kind) {
        return events.stream()
                .filter(event -> event.kind() == kind)
                .map(ClockEvent::at)
                .findFirst()
                .orElse(null);
    }

    /** When the clock runs out after the last move. */
    Instant dueAt() {
        return events.stream()
                .map(ClockEvent::dueAfter)
                .filter(due -> due != null)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** When the last rung was told; null if none was. */
    Instant toldAt() {
        return last(event -> event.kind() == ClockEvent.Kind.RUNG_TOLD)
                .map(ClockEvent::at)
                .orElse(null);
    }

    /** When the ladder goes on after its last rung; null if it did not begin, or nobody stands above. */
    Instant nextRungAt() {
        return last(event -> event.kind() == ClockEvent.Kind.RUNG_TOLD
                        || event.kind() == ClockEvent.Kind.RISK_CHANGED && event.until() != null)
                .map(ClockEvent::until)
                .orElse(null);
    }

    private Optional<ClockEvent> last(Predicate<ClockEvent> wanted) {
        return events.stream().filter(wanted).reduce((earlier, later) -> later);
    }

    /** The rung that was told last; 0 = none. */
    int rung() {
        return (int) events.stream()
                .filter(event ->
                        event.kind() == ClockEvent.Kind.RUNG_TOLD || event.kind() == ClockEvent.Kind.RUNG_EMPTY)
                .count();
    }
}
