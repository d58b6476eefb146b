package id.tuntas.access.web;

import id.tuntas.access.IdentityProof;
import id.tuntas.access.IdentityProof.Kind;
import id.tuntas.access.TooManyAttemptsException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Whether the one at the keyboard is still the one who signed in. */
@Component
public class FreshProof {

    private final IdentityProof proof;
    private final Sessions sessions;
    private final KnownDevices devices;

    FreshProof(IdentityProof proof, Sessions sessions, KnownDevices devices) {
        this.proof = proof;
        this.sessions = sessions;
        this.devices = devices;
    }

    public Kind of(Authentication who) {
        return proof.of(who.getName());
    }

    /** Key of a message, null if he has shown what is asked of him. */
    public String problem(Authentication who, String shown, HttpServletRequest request) {
        String user = who.getName();
        Kind kind = proof.of(user);
        if (kind == Kind.FRESH_SIGN_IN) {
            return sessions.isFresh(request.getSession()) ? null : "proof.wrong.fresh";
        }
        try {
            boolean right = proof.isGivenBy(user, shown, request.getRemoteAddr(), devices.find(request, user));
            String wrong = kind == Kind.CODE ? "code.wrong" : "proof.wrong.password";
            return right ? null : wrong;
        } catch (TooManyAttemptsException e) {
            return "refused.throttled";
        }
    }
}
