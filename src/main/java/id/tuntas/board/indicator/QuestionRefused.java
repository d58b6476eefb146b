package id.tuntas.board.indicator;

/** The question cannot be answered as it was asked. */
public final class QuestionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;
    private final String reason;

    /**
     * @param field of the form
     * @param reason end of the message key that says what is wrong with it
     */
    QuestionRefused(String field, String reason) {
        super(field + ": " + reason);
        this.field = field;
        this.reason = reason;
    }

    public String field() {
        return field;
    }

    public String reason() {
        return reason;
    }
}
