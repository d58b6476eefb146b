package id.tuntas.access.web;

import id.tuntas.access.Roles;
import id.tuntas.engine.Identities;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
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

    /** Whether the bar leads him to the board of managers. */
    @ModelAttribute("seesTheBoard")
    boolean seesTheBoard(Authentication who) {
        return who != null
                && who.getAuthorities().stream()
                        .anyMatch(group -> Roles.whoSeeTheBoard().contains(group.getAuthority()));
    }

    /** Whether he finds the pages about other people's accounts. */
    @ModelAttribute("managesPeople")
    boolean managesPeople(Authentication who) {
        return who != null
                && who.getAuthorities().stream()
                        .anyMatch(group -> Identities.ADMINISTRATORS.equals(group.getAuthority()));
    }
}
