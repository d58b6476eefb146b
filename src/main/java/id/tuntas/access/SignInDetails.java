package id.tuntas.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Where somebody tries to sign in from. */
public final class SignInDetails extends WebAuthenticationDetails {

    private final String device;

    /** @param device id of a device that has signed in as this user before; null if it has not */
    public SignInDetails(HttpServletRequest request, String device) {
        super(request);
        this.device = device;
    }

    String device() {
        return device;
    }
}
