package id.tuntas.access.web;

import id.tuntas.access.OidcSettings;
import id.tuntas.access.Roles;
import java.util.List;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Sign-in and the way from the front door to one's work. */
@Controller
class SignInController {

    private final Landing landing;
    private final OidcSettings oidc;
    private final boolean demo;

    SignInController(Landing landing, OidcSettings oidc, Environment environment) {
        this.landing = landing;
        this.oidc = oidc;
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    @GetMapping("/login")
    String login(Authentication who, Model model) {
        if (who != null) {
            return "redirect:" + landing.of(who);
        }
        model.addAttribute("demo", demo);
        model.addAttribute("provider", oidc.issuer() == null ? null : oidc.label());
        return "login";
    }

    @GetMapping("/")
    String root(Authentication who) {
        return "redirect:" + landing.of(who);
    }

    /** For people who have signed in and have no steps to work on. */
    @GetMapping("/beranda")
    String home(Authentication who, Model model) {
        List<String> groups = Groups.of(who);
        model.addAttribute("readsTheSop", groups.stream().anyMatch(Roles.whoReadTheSop()::contains));
        model.addAttribute("readsTheAudit", groups.contains(Roles.AUDITORS));
        model.addAttribute("seesTheTable", groups.stream().anyMatch(Roles.whoSeeTheAccessTable()::contains));
        return "beranda";
    }
}
