package id.tuntas.vault;

/** Nothing was erased, held or lifted; the message says why, in Indonesian. */
public final class ErasureRefused extends RuntimeException {

    private final Why why;

    ErasureRefused(Why why, String message) {
        super(message);
        this.why = why;
    }

    /** The same as the message, for pages in two languages. */
    public Why why() {
        return why;
    }

    /** What is in the way. */
    public enum Why {
        /** the command does not say which case, or who asks */
        INCOMPLETE,
        REASON_MISSING,
        UNKNOWN_CASE,
        STILL_OPEN,
        HELD,
        ALREADY_HELD,
        NOT_HELD,
        ERASED,
        ALREADY_ASKED,
        NOT_ASKED,
        /** who asked does not erase */
        OWN_REQUEST
    }
}
