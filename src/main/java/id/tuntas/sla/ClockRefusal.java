package id.tuntas.sla;

/** What was asked of a clock is not allowed; nothing was changed. The message is a sentence for the officer, in Indonesian. */
public final class ClockRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClockRefusal(String message) {
        super(message);
    }
}
