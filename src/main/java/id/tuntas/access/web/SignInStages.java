package id.tuntas.access.web;

import id.tuntas.access.AccessEvent;
import id.tuntas.access.SecondFactors;
import id.tuntas.access.SecondFactors.Need;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * From a right password to a signed-in session. The filters that check password or provider store nothing; only
 * {@link #complete} puts a person into the session. In between the session knows who <em>wants</em> to sign in, which
 * opens nothing but the page that asks for the next thing. The session id is another one after each stage.
 */
@Component
class SignInStages implements AuthenticationSuccessHandler {

    static final String CODE_PAGE = "/masuk/kode";
    static final String ENROLMENT_PAGE = "/masuk/pasang";

    private static final String PENDING = "tuntas.pending";
    private static final String ASKED_FOR = "SPRING_SECURITY_SAVED_REQUEST";
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final SecondFactors secondFactors;
    private final Sessions sessions;
    private final KnownDevices devices;
    private final Landing landing;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final HttpSessionSecurityContextRepository signedIn = new HttpSessionSecurityContextRepository();

    SignInStages(
            SecondFactors secondFactors,
            Sessions sessions,
            KnownDevices devices,
            Landing landing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.devices = devices;
        this.landing = landing;
        this.events = events;
        this.clock = clock;
    }

    /** After the password, or after the provider. */
    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        SecurityContextHolder.clearContext();
        String how = OidcSignIn.is(who) ? "oidc" : "password";
        Need need = OidcSignIn.isStrong(who) ? Need.NOTHING : needOf(who);
        if (need == Need.NOTHING) {
            complete(request, response, who, how);
            landing.onAuthenticationSuccess(request, response, who);
            return;
        }
        if (need == Need.PASSKEY) {
            events.publishEvent(
                    new AccessEvent.SignInRefused(who.getName(), request.getRemoteAddr(), "second-factor-missing"));
            response.sendRedirect(request.getContextPath() + "/login?pakaikunci");
            return;
        }
        String key = need == Need.ENROLMENT ? secondFactors.begin(who.getName()).key() : null;
        fresh(request).setAttribute(PENDING, new Pending(who, need, key, clock.instant()));
        response.sendRedirect(request.getContextPath() + (need == Need.CODE ? CODE_PAGE : ENROLMENT_PAGE));
    }

    /** Who wants in and still owes this; empty if nobody does or he took too long. */
    Optional<Pending> pending(HttpServletRequest request, Need need) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(there -> (Pending) there.getAttribute(PENDING))
                .filter(pending -> pending.need == need)
                .filter(pending -> pending.since.plus(PATIENCE).isAfter(clock.instant()));
    }

    /** From here on somebody is signed in. Writes no answer. */
    void complete(HttpServletRequest request, HttpServletResponse response, Authentication who, String how) {
        HttpSession session = fresh(request);
        sessions.begin(session, who.getName());
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        signedIn.saveContext(context, request, response);
        devices.remember(request, response, who.getName());
        events.publishEvent(new AccessEvent.SignedIn(who.getName(), request.getRemoteAddr(), how));
    }

    private Need needOf(Authentication who) {
        return secondFactors.neededBy(who.getName(), Groups.of(who));
    }

    /** The session under a new id, without anything of whoever used it so far but the page he asked for. */
    private static HttpSession fresh(HttpServletRequest request) {
        HttpSession session = request.getSession();
        Collections.list(session.getAttributeNames()).stream()
                .filter(name -> !name.equals(ASKED_FOR))
                .forEach(session::removeAttribute);
        request.changeSessionId();
        return session;
    }

    /** @param key what the authenticator app is to be set up with; null if there is one already */
    record Pending(Authentication who, Need need, String key, Instant since) implements Serializable {}
}
