package id.tuntas.sla;

import java.time.Instant;

/**
 * A row of the ledger: what happened to a clock. Only codes, never free text: the ledger is read outside the case.
 *
 * @param actor user id; null if nobody but the clock itself
 * @param reason code of the list an officer chose from, name of a group, user id of whom a step was given to, or what
 *     somebody tried to change; may be null
 * @param units how much the budget changed, in units of the clock's measure; null if it did not
 * @param until limit of a pause, when the next rung is told (also after the risk has changed), or what was promised on the
 *     telephone; null otherwise
 */
record ClockEvent(
        String clockId,
        Instant at,
        Kind kind,
        String actor,
        String reason,
        Long units,
        Instant until,
        Instant dueBefore,
        Instant dueAfter) {

    enum Kind {
        STARTED,
        CLAIMED,
        RESPONSE_LATE,
        REMINDED,
        BREACHED,
        RUNG_TOLD,
        RUNG_EMPTY,
        LEGAL_BREACH,
        LADDER_ENDED,
        PAUSED,
        RESUMED,
        EXTENSION_ASKED,
        EXTENDED,
        EXTENSION_DECLINED,
        RISK_CHANGED,
        CALENDAR_CHANGED,
        CHANGE_REFUSED,
        REMINDED_BY_HAND,
        REASSIGNED,
        CALL_NOTED,
        MIGRATED,
        DONE,
        CANCELLED
    }

    static ClockEvent of(String clockId, Instant at, Kind kind) {
        return new ClockEvent(clockId, at, kind, null, null, null, null, null, null);
    }

    ClockEvent by(String who) {
        return new ClockEvent(clockId, at, kind, who, reason, units, until, dueBefore, dueAfter);
    }

    ClockEvent because(String code) {
        return new ClockEvent(clockId, at, kind, actor, code, units, until, dueBefore, dueAfter);
    }

    ClockEvent changing(long howMuch) {
        return new ClockEvent(clockId, at, kind, actor, reason, howMuch, until, dueBefore, dueAfter);
    }

    ClockEvent until(Instant limit) {
        return new ClockEvent(clockId, at, kind, actor, reason, units, limit, dueBefore, dueAfter);
    }

    ClockEvent moving(Instant from, Instant to) {
        return new ClockEvent(clockId, at, kind, actor, reason, units, until, from, to);
    }
}
