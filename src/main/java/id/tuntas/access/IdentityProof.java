package id.tuntas.access;

import org.springframework.stereotype.Component;

/** What somebody who is signed in has to show once more before he changes how he signs in. */
@Component
public class IdentityProof {

    private final SecondFactors secondFactors;
    private final OwnAccount account;

    IdentityProof(SecondFactors secondFactors, OwnAccount account) {
        this.secondFactors = secondFactors;
        this.account = account;
    }

    public Kind of(String userId) {
        if (secondFactors.isOn(userId)) {
            return Kind.CODE;
        }
        return account.hasPassword(userId) ? Kind.PASSWORD : Kind.FRESH_SIGN_IN;
    }

    /**
     * Whether this is his code or his password, whichever is asked of him; never for {@link Kind#FRESH_SIGN_IN}, which
     * only his session can tell.
     *
     * @param device see {@link Throttle#guard}
     * @throws TooManyAttemptsException after too many wrong ones
     */
    public boolean isGivenBy(String userId, String shown, String address, String device) {
        return switch (of(userId)) {
            case CODE -> secondFactors.check(userId, shown, address, device);
            case PASSWORD -> account.isPassword(userId, shown, address, device);
            case FRESH_SIGN_IN -> false;
        };
    }

    public enum Kind {
        CODE,
        PASSWORD,
        /** he has neither, and comes in by the identity provider only */
        FRESH_SIGN_IN
    }
}
