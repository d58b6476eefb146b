package id.tuntas.access.web;

import id.tuntas.access.OwnAccount;
import id.tuntas.access.TooManyAttemptsException;
import id.tuntas.access.WeakPasswordException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One's own password. */
@Controller
class OwnPasswordController {

    private final OwnAccount account;
    private final Sessions sessions;
    private final KnownDevices devices;
    private final AccountPage page;

    OwnPasswordController(OwnAccount account, Sessions sessions, KnownDevices devices, AccountPage page) {
        this.account = account;
        this.sessions = sessions;
        this.devices = devices;
        this.page = page;
    }

    @PostMapping("/akun/sandi")
    ModelAndView change(
            @RequestParam String lama, @RequestParam String baru, Authentication who, HttpServletRequest request) {
        String user = who.getName();
        try {
            if (!account.changePassword(user, lama, baru, request.getRemoteAddr(), devices.find(request, user))) {
                return page.wrong(who, "lama", "account.wrong.old");
            }
        } catch (WeakPasswordException e) {
            return page.wrong(who, "baru", e.messageKey());
        } catch (TooManyAttemptsException e) {
            return page.wrong(who, "lama", "refused.throttled");
        }
        sessions.keep(request.getSession(), user);
        request.changeSessionId();
        return AccountPage.done("sandi");
    }
}
