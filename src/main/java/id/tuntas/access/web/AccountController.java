package id.tuntas.access.web;

import id.tuntas.access.OwnAccount;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One's own account, where one is signed in, and who vouches for one at the provider. */
@Controller
@RequestMapping("/akun")
class AccountController {

    private final OwnAccount account;
    private final AccountPage page;

    AccountController(OwnAccount account, AccountPage page) {
        this.account = account;
        this.page = page;
    }

    @GetMapping
    ModelAndView page(Authentication who) {
        return page.of(who);
    }

    /** This session too: whoever presses it wants to be sure. */
    @PostMapping("/keluar-semua")
    String endSessions(Authentication who, HttpServletRequest request) {
        account.endSessions(who.getName());
        request.getSession().invalidate();
        return "redirect:/login?logout";
    }

    /** From here the next sign-in at the provider links that account to this person. */
    @PostMapping("/penyedia")
    ModelAndView linkToProvider(Authentication who, HttpServletRequest request) {
        OidcSignIn.allowLink(request, who.getName());
        return page.of(who).addObject("linking", true);
    }
}
