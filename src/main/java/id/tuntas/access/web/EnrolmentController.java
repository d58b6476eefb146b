package id.tuntas.access.web;

import id.tuntas.access.Accounts;
import id.tuntas.access.SecondFactors;
import id.tuntas.access.SecondFactors.Enrolment;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Turning on a second factor while signed in. Who has one must have shown a code of it just before. */
@Controller
@RequestMapping(EnrolmentController.PAGE)
class EnrolmentController {

    static final String PAGE = "/akun/pasang";

    private static final String KEY = "tuntas.enrolment-key";
    private static final String ALLOWED = "tuntas.enrolment-allowed";

    private final SecondFactors secondFactors;
    private final Accounts accounts;
    private final Sessions sessions;

    EnrolmentController(SecondFactors secondFactors, Accounts accounts, Sessions sessions) {
        this.secondFactors = secondFactors;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    static String allow(HttpServletRequest request) {
        request.getSession().setAttribute(ALLOWED, true);
        return "redirect:" + PAGE;
    }

    @GetMapping
    String page(Authentication who, HttpSession session, Model model) {
        if (!isAllowed(who, session)) {
            return "redirect:/akun";
        }
        Enrolment enrolment = secondFactors.begin(who.getName());
        session.setAttribute(KEY, enrolment.key());
        return show(enrolment, model);
    }

    @PostMapping
    String confirm(
            @RequestParam String kode,
            Authentication who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        HttpSession session = request.getSession();
        if (!isAllowed(who, session) || !(session.getAttribute(KEY) instanceof String key)) {
            return "redirect:/akun";
        }
        Optional<List<String>> recovery = secondFactors.confirm(who.getName(), key, kode);
        if (recovery.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            model.addAttribute("problem", "code.wrong");
            return show(secondFactors.again(who.getName(), key), model);
        }
        session.removeAttribute(KEY);
        session.removeAttribute(ALLOWED);
        // whoever is in elsewhere came in without it
        accounts.endSessions(who.getName());
        sessions.keep(session, who.getName());
        return RecoveryCodesController.show(request, recovery.get());
    }

    private boolean isAllowed(Authentication who, HttpSession session) {
        return session.getAttribute(ALLOWED) != null || !secondFactors.isOn(who.getName());
    }

    private static String show(Enrolment enrolment, Model model) {
        model.addAttribute("enrolment", enrolment);
        model.addAttribute("qr", QrCode.of(enrolment.uri()));
        model.addAttribute("action", PAGE);
        return "masuk/pasang";
    }
}
