package id.tuntas.access.web;

import id.tuntas.access.Passkeys;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the sign-in page and the pages on which a passkey is made say about passkeys. */
@ControllerAdvice(assignableTypes = {PasskeyController.class, SignInController.class})
class PasskeysOnPages {

    private final Passkeys passkeys;

    PasskeysOnPages(Passkeys passkeys) {
        this.passkeys = passkeys;
    }

    /** Host name they work under; null if this office has none. */
    @ModelAttribute("relyingParty")
    String relyingParty() {
        return passkeys.isOn() ? passkeys.relyingParty() : null;
    }
}
