package id.tuntas.access;

/** A password the rules refuse. The reason is one of {@code short}, {@code long}, {@code guessable}. */
public class WeakPasswordException extends RuntimeException {

    WeakPasswordException(String reason) {
        super(reason);
    }

    /** Key of the message to show, see {@code messages.properties}. */
    public String messageKey() {
        return "password." + getMessage();
    }
}
