package id.tuntas.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Recovery codes are shown once, after a redirect, and are nowhere afterwards. */
@Controller
class RecoveryCodesController {

    private static final String PAGE = "/akun/kode-pemulihan";
    private static final String CODES = "tuntas.recovery-codes";

    static String show(HttpServletRequest request, List<String> codes) {
        request.getSession().setAttribute(CODES, new ArrayList<>(codes));
        return "redirect:" + PAGE;
    }

    @GetMapping(PAGE)
    String page(HttpSession session, Model model) {
        Object codes = session.getAttribute(CODES);
        if (codes == null) {
            return "redirect:/akun";
        }
        session.removeAttribute(CODES);
        model.addAttribute("codes", codes);
        return "akun/kode-pemulihan";
    }
}
