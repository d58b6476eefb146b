package id.tuntas.access;

/** What a browser sent is no passkey that may be made or used here. The page says so in one sentence, whatever the reason. */
public class PasskeyRefusedException extends RuntimeException {

    private final String userId;

    /** @param userId whose passkey it is; null if it is nobody's */
    PasskeyRefusedException(String userId, Throwable cause) {
        super(cause);
        this.userId = userId;
    }

    public String userId() {
        return userId;
    }
}
