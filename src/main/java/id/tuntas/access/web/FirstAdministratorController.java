package id.tuntas.access.web;

import id.tuntas.access.FirstAdministrator;
import id.tuntas.access.WeakPasswordException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The page that makes the first administrator. Once there is one it answers 404, like a page that never was. */
@Controller
@RequestMapping("/kelola/awal")
class FirstAdministratorController {

    private static final String VIEW = "kelola/awal";

    private final FirstAdministrator first;

    FirstAdministratorController(FirstAdministrator first) {
        this.first = first;
    }

    @GetMapping
    String page(Model model) {
        ensureWanted();
        model.addAttribute("userId", "admin");
        return VIEW;
    }

    @PostMapping
    ModelAndView create(@RequestParam String token, @RequestParam String userId, @RequestParam String password) {
        ensureWanted();
        try {
            first.create(token, userId, password);
            return new ModelAndView("redirect:/login?dibuat");
        } catch (WeakPasswordException e) {
            return again(userId, e.messageKey(), "password");
        } catch (IllegalArgumentException e) {
            return again(userId, e.getMessage(), "first.user".equals(e.getMessage()) ? "userId" : "token");
        }
    }

    private static ModelAndView again(String userId, String messageKey, String field) {
        var page = new ModelAndView(VIEW, HttpStatus.BAD_REQUEST);
        page.addObject("userId", userId);
        page.addObject("problem", messageKey);
        page.addObject("field", field);
        return page;
    }

    private void ensureWanted() {
        if (!first.isWanted()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
