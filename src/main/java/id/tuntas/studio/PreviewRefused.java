package id.tuntas.studio;

/** A question about due dates that has no answer; what was typed is kept for the sentence that says so. */
public class PreviewRefused extends RuntimeException {

    private static final int LONGEST = 60;

    private final Reason reason;
    private final String value;

    /** @param value what was typed; may be null */
    public PreviewRefused(Reason reason, String value) {
        this(reason, value, null);
    }

    PreviewRefused(Reason reason, String value, Exception cause) {
        super(reason + ": " + value, cause);
        this.reason = reason;
        this.value = value == null ? "" : value.substring(0, Math.min(value.length(), LONGEST));
    }

    public Reason reason() {
        return reason;
    }

    /** At most 60 characters of what was typed, empty if nothing was. */
    public String value() {
        return value;
    }

    /** What is wrong; {@link #field} names the parameter. */
    public enum Reason {
        UNKNOWN_STEP(404, "langkah"),
        UNKNOWN_DISTRICT(400, "daerah"),
        NO_DISTRICT(400, "daerah"),
        FOREIGN_DISTRICT(403, "daerah"),
        UNKNOWN_RISK(400, "risiko"),
        UNKNOWN_TRAFFICKING(400, "tppo"),
        UNCOUNTABLE(422, "langkah");

        private final int status;
        private final String field;

        Reason(int status, String field) {
            this.status = status;
            this.field = field;
        }

        public int status() {
            return status;
        }

        public String field() {
            return field;
        }
    }
}
