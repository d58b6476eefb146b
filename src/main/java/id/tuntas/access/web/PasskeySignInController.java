package id.tuntas.access.web;

import id.tuntas.access.AccessEvent;
import id.tuntas.access.PasskeyRefusedException;
import id.tuntas.access.PasskeySignIn;
import id.tuntas.access.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Signing in with a passkey: no user name, no password, no code. */
@Controller
@RequestMapping("/masuk/kunci-sandi")
class PasskeySignInController {

    private static final String ASKED = "tuntas.passkey-asked";

    private final Passkeys passkeys;
    private final PasskeySignIn signIn;
    private final PasskeyChallenges challenges;
    private final SignInStages stages;
    private final Landing landing;
    private final ApplicationEventPublisher events;

    PasskeySignInController(
            Passkeys passkeys,
            PasskeySignIn signIn,
            PasskeyChallenges challenges,
            SignInStages stages,
            Landing landing,
            ApplicationEventPublisher events) {
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.challenges = challenges;
        this.stages = stages;
        this.landing = landing;
        this.events = events;
    }

    @PostMapping("/pilihan")
    ResponseEntity<String> options(HttpSession session) {
        refuseIfOff();
        var options = signIn.begin();
        challenges.put(session, ASKED, options);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Passkeys.json(options));
    }

    /** Null where the answer is written here already. */
    @PostMapping
    String signIn(@RequestParam String jawaban, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        refuseIfOff();
        var asked = challenges.take(request.getSession(), ASKED, PublicKeyCredentialRequestOptions.class);
        if (asked.isEmpty()) {
            return "redirect:/login?ulang";
        }
        Authentication who;
        try {
            who = signIn.check(asked.get(), jawaban);
        } catch (PasskeyRefusedException e) {
            events.publishEvent(new AccessEvent.SignInRefused(e.userId(), request.getRemoteAddr(), "passkey"));
            return "redirect:/login?kuncisalah";
        }
        stages.complete(request, response, who, "passkey");
        landing.onAuthenticationSuccess(request, response, who);
        return null;
    }

    private void refuseIfOff() {
        if (!passkeys.isOn()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
