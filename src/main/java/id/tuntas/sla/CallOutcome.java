package id.tuntas.sla;

import java.util.Optional;
import java.util.stream.Stream;

/** What came of a telephone call about a step. A list and no free text, because the ledger is read outside the case. */
public enum CallOutcome {
    REACHED("tersambung"),
    NOT_REACHED("tidak-tersambung"),
    /** Somebody promised to have it done by a day. */
    PROMISED("janji");

    private final String code;

    CallOutcome(String code) {
        this.code = code;
    }

    /** The code in the ledger and in forms. */
    public String code() {
        return code;
    }

    public static Optional<CallOutcome> of(String code) {
        return Stream.of(values()).filter(outcome -> outcome.code.equals(code)).findFirst();
    }
}
