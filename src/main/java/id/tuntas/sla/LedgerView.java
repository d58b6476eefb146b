package id.tuntas.sla;

import java.time.Instant;
import java.util.List;

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

    /** When the ladder goes on after its last rung; null if it did not begin, or nobody stands above. */
    Instant nextRungAt() {
        return events.stream()
                .filter(event -> event.kind() == ClockEvent.Kind.RUNG_TOLD)
                .reduce((earlier, later) -> later)
                .map(ClockEvent::until)
                .orElse(null);
    }

    /** The rung that was told last; 0 = none. */
    int rung() {
        return (int) events.stream()
                .filter(event ->
                        event.kind() == ClockEvent.Kind.RUNG_TOLD || event.kind() == ClockEvent.Kind.RUNG_EMPTY)
                .count();
    }
}
