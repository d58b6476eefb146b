package id.tuntas.access.web;

import id.tuntas.access.Absences;
import id.tuntas.access.MailContact;
import id.tuntas.access.MailContacts;
import id.tuntas.access.OidcPeople;
import id.tuntas.access.OidcSettings;
import id.tuntas.access.OwnAccount;
import id.tuntas.access.Passkeys;
import id.tuntas.access.SecondFactors;
import id.tuntas.engine.Identities;
import id.tuntas.shared.DistrictZones;
import java.time.ZoneId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one's own account: whatever is changed on it, one comes back to it. */
@Component
class AccountPage {

    private static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

    private final OwnAccount account;
    private final SecondFactors secondFactors;
    private final Passkeys passkeys;
    private final OidcPeople oidcPeople;
    private final OidcSettings oidc;
    private final MailContacts contacts;
    private final Absences absences;
    private final Identities identities;
    private final DistrictZones zones;

    AccountPage(
            OwnAccount account,
            SecondFactors secondFactors,
            Passkeys passkeys,
            OidcPeople oidcPeople,
            OidcSettings oidc,
            MailContacts contacts,
            Absences absences,
            Identities identities,
            DistrictZones zones) {
        this.account = account;
        this.secondFactors = secondFactors;
        this.passkeys = passkeys;
        this.oidcPeople = oidcPeople;
        this.oidc = oidc;
        this.contacts = contacts;
        this.absences = absences;
        this.identities = identities;
        this.zones = zones;
    }

    ModelAndView of(Authentication who) {
        return page(who, HttpStatus.OK);
    }

    /** Nothing was changed. @param field what is wrong, by its id on the page */
    ModelAndView wrong(Authentication who, String field, String messageKey) {
        return page(who, HttpStatus.BAD_REQUEST).addObject("field", field).addObject("problem", messageKey);
    }

    /** @param what the page then says, as it stands in its address */
    static ModelAndView done(String what) {
        return new ModelAndView("redirect:/akun?" + what);
    }

    private ModelAndView page(Authentication who, HttpStatus status) {
        String user = who.getName();
        return new ModelAndView("akun/akun", status)
                .addObject("user", user)
                .addObject("hasPassword", account.hasPassword(user))
                .addObject("secondFactor", secondFactors.isOn(user))
                .addObject("required", secondFactors.isRequiredOf(Groups.of(who)))
                .addObject("codesLeft", secondFactors.recoveryCodesLeft(user))
                .addObject("relyingParty", passkeys.isOn() ? passkeys.relyingParty() : null)
                .addObject("passkeys", passkeys.of(user))
                .addObject("zone", zone(user))
                .addObject("provider", oidc.issuer() == null ? null : oidc.label())
                .addObject("linked", oidcPeople.isLinked(user))
                .addObject("absence", absences.find(user).orElse(null))
                .addObject("mail", contacts.find(user).orElse(new MailContact(user, "", true, "id")));
    }

    /** In whose days he reads: those of his first district, or of the capital. */
    private ZoneId zone(String user) {
        return identities.districtsOf(user).stream()
                .findFirst()
                .map(zones::zoneOf)
                .orElse(CAPITAL);
    }
}
