package id.tuntas.access.web;

import id.tuntas.access.SecondFactors;
import id.tuntas.access.TooManyAttemptsException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own second factor, once it is on. Each change takes a code of it; {@link EnrolmentController} turns it on. */
@Controller
@RequestMapping("/akun/faktor-kedua")
class OwnSecondFactorController {

    private static final String FIELD = "kode";

    private final SecondFactors secondFactors;
    private final KnownDevices devices;
    private final AccountPage page;

    OwnSecondFactorController(SecondFactors secondFactors, KnownDevices devices, AccountPage page) {
        this.secondFactors = secondFactors;
        this.devices = devices;
        this.page = page;
    }

    @PostMapping("/mati")
    ModelAndView turnOff(@RequestParam String kode, Authentication who, HttpServletRequest request) {
        if (secondFactors.isRequiredOf(Groups.of(who))) {
            return page.wrong(who, FIELD, "account.wrong.required");
        }
        String problem = checkCode(kode, who, request);
        if (problem != null) {
            return page.wrong(who, FIELD, problem);
        }
        secondFactors.turnOff(who.getName());
        return AccountPage.done("mati");
    }

    @PostMapping("/kode-pemulihan")
    ModelAndView renewRecoveryCodes(@RequestParam String kode, Authentication who, HttpServletRequest request) {
        String problem = checkCode(kode, who, request);
        if (problem != null) {
            return page.wrong(who, FIELD, problem);
        }
        return new ModelAndView(RecoveryCodesController.show(request, secondFactors.renewRecoveryCodes(who.getName())));
    }

    /** Another phone: first a code of the old one, or a recovery code. */
    @PostMapping("/ganti")
    ModelAndView replace(@RequestParam String kode, Authentication who, HttpServletRequest request) {
        String problem = checkCode(kode, who, request);
        if (problem != null) {
            return page.wrong(who, FIELD, problem);
        }
        return new ModelAndView(EnrolmentController.allow(request));
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
}
