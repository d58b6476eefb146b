package id.tuntas.access.web;

import id.tuntas.access.Passkey;
import id.tuntas.access.Passkeys;
import id.tuntas.engine.Identities;
import id.tuntas.shared.DistrictZones;
import java.time.ZoneId;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the sign-in page and the pages of one's account say about passkeys. */
@ControllerAdvice(assignableTypes = {AccountController.class, PasskeyController.class, SignInController.class})
class PasskeysOnPages {

    private static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

    private final Passkeys passkeys;
    private final Identities identities;
    private final DistrictZones zones;

    PasskeysOnPages(Passkeys passkeys, Identities identities, DistrictZones zones) {
        this.passkeys = passkeys;
        this.identities = identities;
        this.zones = zones;
    }

    /** Host name they work under; null if this office has none. */
    @ModelAttribute("relyingParty")
    String relyingParty() {
        return passkeys.isOn() ? passkeys.relyingParty() : null;
    }

    @ModelAttribute("passkeys")
    List<Passkey> own(Authentication who) {
        return who == null || !passkeys.isOn() ? List.of() : passkeys.of(who.getName());
    }

    /** In whose days he reads: those of his first district, or of the capital. */
    @ModelAttribute("zone")
    ZoneId zone(Authentication who) {
        return who == null
                ? CAPITAL
                : identities.districtsOf(who.getName()).stream()
                        .findFirst()
                        .map(zones::zoneOf)
                        .orElse(CAPITAL);
    }
}
