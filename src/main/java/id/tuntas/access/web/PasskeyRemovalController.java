package id.tuntas.access.web;

import id.tuntas.access.Accounts;
import id.tuntas.access.Passkey;
import id.tuntas.access.Passkeys;
import id.tuntas.access.SecondFactors;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Takes one of one's own passkeys away. Before it goes, its owner shows his password or a code once more. */
@Controller
class PasskeyRemovalController {

    private static final String PAGE = "/akun/kunci-sandi/{id}/hapus";

    private final Passkeys passkeys;
    private final FreshProof proof;
    private final SecondFactors secondFactors;
    private final Accounts accounts;
    private final Sessions sessions;

    PasskeyRemovalController(
            Passkeys passkeys, FreshProof proof, SecondFactors secondFactors, Accounts accounts, Sessions sessions) {
        this.passkeys = passkeys;
        this.proof = proof;
        this.secondFactors = secondFactors;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping(PAGE)
    ModelAndView remove(@PathVariable String id, Authentication who) {
        return removeForm(who, id, HttpStatus.OK);
    }

    /** What is open elsewhere ends: he may have lost the device that he came in with. */
    @PostMapping(PAGE)
    ModelAndView remove(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String bukti,
            Authentication who,
            HttpServletRequest request) {
        ModelAndView form = removeForm(who, id, HttpStatus.BAD_REQUEST);
        if (isLastOfWhoMustHaveOne(who)) {
            return problem(form, "passkey.wrong.last");
        }
        String problem = proof.problem(who, bukti, request);
        if (problem != null) {
            return problem(form, problem);
        }
        passkeys.remove(who.getName(), id);
        accounts.endSessions(who.getName());
        sessions.keep(request.getSession(), who.getName());
        return new ModelAndView("redirect:/akun?kuncihapus");
    }

    private boolean isLastOfWhoMustHaveOne(Authentication who) {
        return secondFactors.isRequiredOf(Groups.of(who))
                && !secondFactors.isOn(who.getName())
                && passkeys.of(who.getName()).size() == 1;
    }

    private ModelAndView removeForm(Authentication who, String id, HttpStatus status) {
        if (!passkeys.isOn()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Passkey key = passkeys.of(who.getName()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("akun/kunci-sandi-hapus", status)
                .addObject("key", key)
                .addObject("proof", proof.of(who));
    }

    private static ModelAndView problem(ModelAndView page, String messageKey) {
        return page.addObject("field", "bukti").addObject("problem", messageKey);
    }
}
