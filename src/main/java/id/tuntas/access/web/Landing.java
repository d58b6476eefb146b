package id.tuntas.access.web;

import id.tuntas.access.Roles;
import id.tuntas.engine.Identities;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** Where people arrive: at the page they asked for if it is one of ours, else where their work is. */
@Component
class Landing implements AuthenticationSuccessHandler {

    static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String COCKPIT = "/camunda/app/cockpit/default/";
    private static final String BOARD = "/pantau";
    private static final String NO_WORK = "/beranda";

    /** Whole pages: nobody wants to arrive at the part of the board that it asks for by itself, or at a file. */
    private static final RequestMatcher OWN_PAGES = new AndRequestMatcher(
            Paths.get("/kasus/**", "/pantau/**", "/kelola/**", "/sop/**", "/akun"),
            new NegatedRequestMatcher(Paths.any("/pantau/terkini", "/pantau/unduh", "/pantau/*/unduh")));

    private static final RequestMatcher FROM_TASKLIST = Paths.post("/camunda/api/**");

    private final HttpSessionRequestCache memory = new HttpSessionRequestCache();

    Landing() {
        memory.setRequestMatcher(OWN_PAGES);
    }

    RequestCache memory() {
        return memory;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        var asked = memory.getRequest(request, response);
        memory.removeRequest(request, response);
        response.sendRedirect(asked == null ? request.getContextPath() + of(who) : asked.getRedirectUrl());
    }

    /** Tasklist only wants to hear that it worked; its page then goes to the sign-in by itself. */
    void afterLogout(HttpServletRequest request, HttpServletResponse response, Authentication who) throws IOException {
        if (FROM_TASKLIST.matches(request)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.sendRedirect(request.getContextPath() + "/login?logout");
        }
    }

    String of(Authentication who) {
        List<String> groups = Groups.of(who);
        if (groups.contains(Identities.ADMINISTRATORS)) {
            return COCKPIT;
        }
        if (Roles.whoSeeTheBoard().stream().anyMatch(groups::contains)) {
            return BOARD;
        }
        return Roles.workCases(groups) ? TASKLIST : NO_WORK;
    }
}
