package id.tuntas.access.web;

import id.tuntas.access.PasswordLinks;
import id.tuntas.access.WeakPasswordException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where somebody new, or somebody who forgot, sets his password with the link of an administrator. */
@Controller
@RequestMapping("/masuk/sandi")
class PasswordLinkController {

    private final PasswordLinks links;

    PasswordLinkController(PasswordLinks links) {
        this.links = links;
    }

    /** Looking uses nothing up: messengers open links to preview them. */
    @GetMapping
    ModelAndView page(@RequestParam String kode) {
        return links.userOf(kode)
                .map(user -> page(HttpStatus.OK, kode, user))
                .orElseGet(PasswordLinkController::tooLate);
    }

    @PostMapping
    ModelAndView set(@RequestParam String kode, @RequestParam String baru) {
        String user = links.userOf(kode).orElse("");
        try {
            return links.use(kode, baru) ? new ModelAndView("redirect:/login?sandi") : tooLate();
        } catch (WeakPasswordException e) {
            return page(HttpStatus.BAD_REQUEST, kode, user).addObject("problem", e.messageKey());
        }
    }

    private static ModelAndView page(HttpStatus status, String token, String user) {
        return new ModelAndView("masuk/sandi", status).addObject("kode", token).addObject("user", user);
    }

    private static ModelAndView tooLate() {
        return new ModelAndView("masuk/sandi", HttpStatus.NOT_FOUND).addObject("tooLate", true);
    }
}
