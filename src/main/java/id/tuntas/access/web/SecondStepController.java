package id.tuntas.access.web;

import id.tuntas.access.AccessEvent;
import id.tuntas.access.SecondFactors;
import id.tuntas.access.SecondFactors.Need;
import id.tuntas.access.TooManyAttemptsException;
import id.tuntas.access.web.SignInStages.Pending;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What comes after the password: the code, or setting up what makes codes. Without a right password there is no page. */
@Controller
class SecondStepController {

    private static final String START_AGAIN = "redirect:/login?ulang";

    private final SignInStages stages;
    private final SecondFactors secondFactors;
    private final KnownDevices devices;
    private final Landing landing;
    private final ApplicationEventPublisher events;

    SecondStepController(
            SignInStages stages,
            SecondFactors secondFactors,
            KnownDevices devices,
            Landing landing,
            ApplicationEventPublisher events) {
        this.stages = stages;
        this.secondFactors = secondFactors;
        this.devices = devices;
        this.landing = landing;
        this.events = events;
    }

    @GetMapping(SignInStages.CODE_PAGE)
    String codePage(HttpServletRequest request) {
        return stages.pending(request, Need.CODE).isPresent() ? "masuk/kode" : START_AGAIN;
    }

    /** Null where the answer is written here already. */
    @PostMapping(SignInStages.CODE_PAGE)
    String code(@RequestParam String kode, Model model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Pending> pending = stages.pending(request, Need.CODE);
        if (pending.isEmpty()) {
            return START_AGAIN;
        }
        var who = pending.get().who();
        String user = who.getName();
        try {
            if (secondFactors.check(user, kode, request.getRemoteAddr(), devices.find(request, user))) {
                stages.complete(request, response, who, kode.strip().length() > 8 ? "recovery" : "code");
                landing.onAuthenticationSuccess(request, response, who);
                return null;
            }
        } catch (TooManyAttemptsException e) {
            refused(user, request, "throttled");
            Refusals.retryAfter(response, e);
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return null;
        }
        refused(user, request, "code");
        return wrong("masuk/kode", model, response);
    }

    @GetMapping(SignInStages.ENROLMENT_PAGE)
    String enrolmentPage(HttpServletRequest request, Model model) {
        return stages.pending(request, Need.ENROLMENT)
                .map(pending -> {
                    show(pending, model);
                    return "masuk/pasang";
                })
                .orElse(START_AGAIN);
    }

    @PostMapping(SignInStages.ENROLMENT_PAGE)
    String enrol(@RequestParam String kode, Model model, HttpServletRequest request, HttpServletResponse response) {
        Optional<Pending> pending = stages.pending(request, Need.ENROLMENT);
        if (pending.isEmpty()) {
            return START_AGAIN;
        }
        var who = pending.get().who();
        Optional<List<String>> recovery =
                secondFactors.confirm(who.getName(), pending.get().key(), kode);
        if (recovery.isEmpty()) {
            show(pending.get(), model);
            return wrong("masuk/pasang", model, response);
        }
        stages.complete(request, response, who, "code");
        return RecoveryCodesController.show(request, recovery.get());
    }

    private void refused(String user, HttpServletRequest request, String why) {
        events.publishEvent(new AccessEvent.SignInRefused(user, request.getRemoteAddr(), why));
    }

    private void show(Pending pending, Model model) {
        var enrolment = secondFactors.again(pending.who().getName(), pending.key());
        model.addAttribute("enrolment", enrolment);
        model.addAttribute("qr", QrCode.of(enrolment.uri()));
        model.addAttribute("action", SignInStages.ENROLMENT_PAGE);
        model.addAttribute("required", true);
    }

    private static String wrong(String view, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute("problem", "code.wrong");
        return view;
    }
}
