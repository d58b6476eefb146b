package id.tuntas.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the frame of all own pages needs to know. */
@ControllerAdvice
class EveryPage {

    /** Whether there is somebody to sign out. */
    @ModelAttribute("signedIn")
    boolean signedIn(HttpServletRequest request) {
        return request.getRemoteUser() != null;
    }
}
