package id.tuntas.engine;

/** What a manager wanted to do with a step is not possible; nothing was changed. */
public final class ActRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    ActRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why. */
    public enum Reason {
        /** no such open step, or none of his district */
        GONE,
        /** the rules of steps do not allow it to him */
        NOT_ALLOWED,
        /** the chosen officer may not take it */
        NOT_HIS,
        /** somebody else works on it */
        TAKEN,
        /** something changed while he was about it */
        CHANGED
    }
}
