package id.tuntas.access.web;

import id.tuntas.access.PasskeyRefusedException;
import id.tuntas.access.Passkeys;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** A new passkey of one's own. Before it comes, its owner shows his password or a code once more. */
@Controller
@RequestMapping("/akun/kunci-sandi")
class PasskeyController {

    private static final String ASKED = "tuntas.passkey-new";
    private static final String NAMED = "tuntas.passkey-named";

    private final Passkeys passkeys;
    private final PasskeyChallenges challenges;
    private final FreshProof proof;

    PasskeyController(Passkeys passkeys, PasskeyChallenges challenges, FreshProof proof) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.proof = proof;
    }

    @GetMapping
    ModelAndView name(Authentication who) {
        refuseIfOff();
        return nameForm(who, HttpStatus.OK, "");
    }

    /** From here the session knows that its owner is there, and what the key will be called. */
    @PostMapping
    ModelAndView name(
            @RequestParam String nama,
            @RequestParam(defaultValue = "") String bukti,
            Authentication who,
            HttpServletRequest request) {
        refuseIfOff();
        String label = nama.strip();
        if (label.isEmpty()
                || label.length() > Passkeys.LONGEST_LABEL
                || label.chars().anyMatch(Character::isISOControl)) {
            return problem(nameForm(who, HttpStatus.BAD_REQUEST, nama), "nama", "passkey.wrong.name");
        }
        if (passkeys.of(who.getName()).size() >= Passkeys.MOST) {
            return problem(nameForm(who, HttpStatus.BAD_REQUEST, nama), "nama", "passkey.wrong.many");
        }
        String problem = proof.problem(who, bukti, request);
        if (problem != null) {
            return problem(nameForm(who, HttpStatus.BAD_REQUEST, nama), "bukti", problem);
        }
        challenges.put(request.getSession(), NAMED, label);
        return new ModelAndView("redirect:/akun/kunci-sandi/buat");
    }

    @GetMapping("/buat")
    ModelAndView make(HttpSession session) {
        refuseIfOff();
        return challenges.holds(session, NAMED) ? new ModelAndView("akun/kunci-sandi-buat") : again();
    }

    @PostMapping("/pilihan")
    ResponseEntity<String> options(Authentication who, HttpSession session) {
        refuseIfOff();
        if (!challenges.holds(session, NAMED)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        var options = passkeys.beginAdding(who);
        challenges.put(session, ASKED, options);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(Passkeys.json(options));
    }

    @PostMapping("/buat")
    ModelAndView make(@RequestParam String jawaban, Authentication who, HttpSession session) {
        refuseIfOff();
        var asked = challenges.take(session, ASKED, PublicKeyCredentialCreationOptions.class);
        var label = challenges.take(session, NAMED, String.class);
        if (asked.isEmpty() || label.isEmpty()) {
            return again();
        }
        try {
            passkeys.add(who.getName(), asked.get(), jawaban, label.get());
        } catch (PasskeyRefusedException e) {
            return problem(nameForm(who, HttpStatus.BAD_REQUEST, label.get()), "nama", "passkey.wrong.key");
        }
        return new ModelAndView("redirect:/akun?kunci");
    }

    private ModelAndView nameForm(Authentication who, HttpStatus status, String typed) {
        return new ModelAndView("akun/kunci-sandi", status)
                .addObject("typed", typed)
                .addObject("most", Passkeys.MOST)
                .addObject("longest", Passkeys.LONGEST_LABEL)
                .addObject("proof", proof.of(who));
    }

    private static ModelAndView problem(ModelAndView page, String field, String messageKey) {
        return page.addObject("field", field).addObject("problem", messageKey);
    }

    private static ModelAndView again() {
        return new ModelAndView("redirect:/akun/kunci-sandi");
    }

    private void refuseIfOff() {
        if (!passkeys.isOn()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
