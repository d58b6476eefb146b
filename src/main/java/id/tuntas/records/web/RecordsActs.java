package id.tuntas.records.web;

import id.tuntas.access.web.FreshProof;
import id.tuntas.records.Act;
import id.tuntas.records.Keeper;
import id.tuntas.records.RecordsDesk;
import id.tuntas.records.Standing;
import id.tuntas.shared.CaseNumber;
import id.tuntas.vault.ErasureRefused;
import id.tuntas.vault.ErasureRefused.Why;
import id.tuntas.vault.LegalHolds;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Forbids or allows to erase a case, asks for its erasure, declines it, erases it. First a page that says what will happen
 * and changes nothing; then a reason, a proof of who is at the keyboard, and one button. Which role has which act, the rules
 * about paths say ({@code SecurityChains}).
 */
@Controller
class RecordsActs {

    private static final String CASE = RecordsPage.PATH + "/{nomor}";

    private final RecordsFrame frame;
    private final RecordsDesk desk;
    private final RecordsViews views;
    private final FreshProof proof;

    RecordsActs(RecordsFrame frame, RecordsDesk desk, RecordsViews views, FreshProof proof) {
        this.frame = frame;
        this.desk = desk;
        this.views = views;
        this.proof = proof;
    }

    @GetMapping({CASE + "/tahan", CASE + "/lepas", CASE + "/usul", CASE + "/tolak", CASE + "/hapus"})
    ModelAndView preview(@PathVariable String nomor, Authentication who, HttpServletRequest request) {
        Keeper keeper = frame.keeper(who);
        return form(HttpStatus.OK, act(request), frame.open(nomor, keeper), keeper, who);
    }

    @PostMapping({CASE + "/tahan", CASE + "/lepas", CASE + "/usul", CASE + "/tolak", CASE + "/hapus"})
    ModelAndView perform(
            @PathVariable String nomor,
            @RequestParam(defaultValue = "") String alasan,
            @RequestParam(defaultValue = "") String ketik,
            @RequestParam(defaultValue = "") String bukti,
            Authentication who,
            HttpServletRequest request,
            RedirectAttributes once) {
        Act act = act(request);
        Keeper keeper = frame.keeper(who);
        Standing standing = frame.open(nomor, keeper);
        if (standing.refusal(act, keeper).isPresent()) {
            return form(HttpStatus.CONFLICT, act, standing, keeper, who); // before a code is used up
        }
        CaseNumber number = standing.file().number();
        String reason = alasan.replace("\r\n", "\n").strip();
        Wrong wrong = wrong(act, number, reason, ketik);
        String notHim = wrong == null ? proof.problem(who, bukti, request) : null;
        if (notHim != null) {
            wrong = new Wrong("bukti", notHim);
        }
        if (wrong != null) {
            return form(HttpStatus.BAD_REQUEST, act, standing, keeper, who)
                    .addObject("field", wrong.field())
                    .addObject("problem", wrong.problem())
                    .addObject("reason", alasan)
                    .addObject("typed", ketik);
        }
        try {
            desk.perform(act, number, reason, keeper);
        } catch (ErasureRefused e) {
            return form(HttpStatus.CONFLICT, act, frame.open(nomor, keeper), keeper, who)
                    .addObject("refused", key(e.why()));
        }
        once.addFlashAttribute("done", "records.done." + act.word());
        return new ModelAndView("redirect:" + RecordsPage.PATH + "/" + number);
    }

    private ModelAndView form(HttpStatus status, Act act, Standing standing, Keeper keeper, Authentication who) {
        return frame.page("kelola/penghapusan-tindakan", status, keeper)
                .addObject("act", act)
                .addObject("record", views.of(standing, keeper))
                .addObject(
                        "refused",
                        standing.refusal(act, keeper).map(RecordsActs::key).orElse(null))
                .addObject("longest", LegalHolds.LONGEST_REASON)
                .addObject("proof", proof.of(who));
    }

    private static Wrong wrong(Act act, CaseNumber number, String reason, String typed) {
        if (act.needsReason() && (reason.isEmpty() || reason.length() > LegalHolds.LONGEST_REASON)) {
            return new Wrong("alasan", key(Why.REASON_MISSING));
        }
        boolean same = CaseNumber.isValid(typed) && CaseNumber.parse(typed).equals(number);
        return act == Act.ERASE && !same ? new Wrong("ketik", "records.wrong.typed") : null;
    }

    private static Act act(HttpServletRequest request) {
        String path = request.getRequestURI();
        return Act.of(path.substring(path.lastIndexOf('/') + 1))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String key(Why why) {
        return "records.refused." + why.name().toLowerCase(Locale.ROOT);
    }

    /** @param problem key of a message */
    private record Wrong(String field, String problem) {}
}
