package id.tuntas.access.web;

import id.tuntas.access.MailContact;
import id.tuntas.access.MailContacts;
import id.tuntas.access.OidcPeople;
import id.tuntas.access.OidcSettings;
import id.tuntas.access.OwnAccount;
import id.tuntas.access.SecondFactors;
import id.tuntas.access.TooManyAttemptsException;
import id.tuntas.access.WeakPasswordException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own account: password, second factor, where one is signed in. */
@Controller
@RequestMapping("/akun")
class AccountController {

    private final OwnAccount account;
    private final SecondFactors secondFactors;
    private final OidcPeople oidcPeople;
    private final OidcSettings oidc;
    private final Sessions sessions;
    private final KnownDevices devices;
    private final MailContacts contacts;

    AccountController(
            OwnAccount account,
            SecondFactors secondFactors,
            OidcPeople oidcPeople,
            OidcSettings oidc,
            Sessions sessions,
            KnownDevices devices,
            MailContacts contacts) {
        this.account = account;
        this.secondFactors = secondFactors;
        this.oidcPeople = oidcPeople;
        this.oidc = oidc;
        this.sessions = sessions;
        this.devices = devices;
        this.contacts = contacts;
    }

    @GetMapping
    ModelAndView page(Authentication who) {
        return page(who, HttpStatus.OK);
    }

    @PostMapping("/sandi")
    ModelAndView changePassword(
            @RequestParam String lama, @RequestParam String baru, Authentication who, HttpServletRequest request) {
        String user = who.getName();
        try {
            if (!account.changePassword(user, lama, baru, request.getRemoteAddr(), devices.find(request, user))) {
                return wrong(who, "lama", "account.wrong.old");
            }
        } catch (WeakPasswordException e) {
            return wrong(who, "baru", e.messageKey());
        } catch (TooManyAttemptsException e) {
            return wrong(who, "lama", "refused.throttled");
        }
        sessions.keep(request.getSession(), user);
        request.changeSessionId();
        return done("sandi");
    }

    @PostMapping("/surel")
    ModelAndView changeMail(
            @RequestParam String alamat,
            @RequestParam(defaultValue = "false") boolean harian,
            @RequestParam String bahasa,
            Authentication who) {
        try {
            contacts.keepOwn(who.getName(), alamat, harian, bahasa);
            return done("surel");
        } catch (IllegalArgumentException e) {
            return wrong(who, "alamat", e.getMessage())
                    .addObject("mail", new MailContact(who.getName(), alamat, harian, bahasa));
        }
    }

    /** This session too: whoever presses it wants to be sure. */
    @PostMapping("/keluar-semua")
    String endSessions(Authentication who, HttpServletRequest request) {
        account.endSessions(who.getName());
        request.getSession().invalidate();
        return "redirect:/login?logout";
    }

    @PostMapping("/faktor-kedua/mati")
    ModelAndView turnOff(@RequestParam String kode, Authentication who, HttpServletRequest request) {
        if (isRequired(who)) {
            return wrong(who, "kode", "account.wrong.required");
        }
        String problem = checkCode(kode, who, request);
        if (problem != null) {
            return wrong(who, "kode", problem);
        }
        secondFactors.turnOff(who.getName());
        return done("mati");
    }

    @PostMapping("/faktor-kedua/kode-pemulihan")
    ModelAndView renewRecoveryCodes(@RequestParam String kode, Authentication who, HttpServletRequest request) {
        String problem = checkCode(kode, who, request);
        if (problem != null) {
            return wrong(who, "kode", problem);
        }
        return new ModelAndView(RecoveryCodesController.show(request, secondFactors.renewRecoveryCodes(who.getName())));
    }

    /** Another phone: first a code of the old one, or a recovery code. */
    @PostMapping("/faktor-kedua/ganti")
    ModelAndView replace(@RequestParam String kode, Authentication who, HttpServletRequest request) {
        String problem = checkCode(kode, who, request);
        if (problem != null) {
            return wrong(who, "kode", problem);
        }
        return new ModelAndView(EnrolmentController.allow(request));
    }

    /** From here the next sign-in at the provider links that account to this person. */
    @PostMapping("/penyedia")
    ModelAndView linkToProvider(Authentication who, HttpServletRequest request) {
        OidcSignIn.allowLink(request, who.getName());
        return page(who, HttpStatus.OK).addObject("linking", true);
    }

    /** Key of a message, null if the code is right. */
    private String checkCode(String code, Authentication who, HttpServletRequest request) {
        String user = who.getName();
        try {
            boolean right = secondFactors.check(user, code, request.getRemoteAddr(), devices.find(request, user));
            return right ? null : "code.wrong";
        } catch (TooManyAttemptsException e) {
            return "refused.throttled";
        }
    }

    private ModelAndView page(Authentication who, HttpStatus status) {
        String user = who.getName();
        return new ModelAndView("akun/akun", status)
                .addObject("user", user)
                .addObject("hasPassword", account.hasPassword(user))
                .addObject("secondFactor", secondFactors.isOn(user))
                .addObject("required", isRequired(who))
                .addObject("codesLeft", secondFactors.recoveryCodesLeft(user))
                .addObject("provider", oidc.issuer() == null ? null : oidc.label())
                .addObject("linked", oidcPeople.isLinked(user))
                .addObject("mail", contacts.find(user).orElse(new MailContact(user, "", true, "id")));
    }

    private ModelAndView wrong(Authentication who, String field, String messageKey) {
        return page(who, HttpStatus.BAD_REQUEST).addObject("field", field).addObject("problem", messageKey);
    }

    private static ModelAndView done(String what) {
        return new ModelAndView("redirect:/akun?" + what);
    }

    private boolean isRequired(Authentication who) {
        return secondFactors.isRequiredOf(who.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList());
    }
}
