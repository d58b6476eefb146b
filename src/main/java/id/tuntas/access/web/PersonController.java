package id.tuntas.access.web;

import id.tuntas.access.Absences;
import id.tuntas.access.MailContact;
import id.tuntas.access.MailContacts;
import id.tuntas.access.PeopleAdministration;
import id.tuntas.access.PeopleDirectory;
import id.tuntas.access.PeopleDirectory.Account;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One of the people and what becomes of his account, for administrators. */
@Controller
@RequestMapping("/kelola/orang/{id}")
class PersonController {

    private final PeopleAdministration people;
    private final PeopleDirectory directory;
    private final MailContacts contacts;
    private final Absences absences;
    private final RoleChoices roles;

    PersonController(
            PeopleAdministration people,
            PeopleDirectory directory,
            MailContacts contacts,
            Absences absences,
            RoleChoices roles) {
        this.people = people;
        this.directory = directory;
        this.contacts = contacts;
        this.absences = absences;
        this.roles = roles;
    }

    static ModelAndView to(String id) {
        return new ModelAndView("redirect:/kelola/orang/" + id);
    }

    @GetMapping
    ModelAndView person(@PathVariable String id, Authentication who) {
        return person(id, who, HttpStatus.OK);
    }

    @PostMapping("/peran")
    ModelAndView changeRoles(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> peran,
            @RequestParam(defaultValue = "") List<String> daerah,
            Authentication who,
            RedirectAttributes once) {
        return change(id, who, once, "roles", () -> people.changeRoles(id, peran, daerah, who.getName()));
    }

    @PostMapping("/nonaktif")
    ModelAndView disable(@PathVariable String id, Authentication who, RedirectAttributes once) {
        return change(id, who, once, "disabled", () -> people.disable(id, who.getName()));
    }

    @PostMapping("/aktif")
    ModelAndView enable(@PathVariable String id, Authentication who, RedirectAttributes once) {
        return change(id, who, once, "enabled", () -> people.enable(id, who.getName()));
    }

    @PostMapping("/keluar")
    ModelAndView endSessions(@PathVariable String id, Authentication who, RedirectAttributes once) {
        return change(id, who, once, "ended", () -> people.endSessions(id, who.getName()));
    }

    @PostMapping("/faktor-kedua")
    ModelAndView resetSecondFactor(@PathVariable String id, Authentication who, RedirectAttributes once) {
        return change(id, who, once, "reset", () -> people.resetSecondFactor(id, who.getName()));
    }

    @PostMapping("/surel")
    ModelAndView changeAddress(
            @PathVariable String id, @RequestParam String alamat, Authentication who, RedirectAttributes once) {
        ModelAndView answer = change(id, who, once, "mail", () -> people.changeAddress(id, alamat, who.getName()));
        // a redirect would carry it in its address
        return answer.getModel().containsKey("problem") ? answer.addObject("typed", alamat) : answer;
    }

    @PostMapping("/tautan")
    ModelAndView newLink(@PathVariable String id, Authentication who, RedirectAttributes once) {
        return change(
                id, who, once, "link", () -> NewPasswordLink.show(people.newPasswordLink(id, who.getName()), once));
    }

    private ModelAndView change(String id, Authentication who, RedirectAttributes once, String what, Runnable action) {
        try {
            action.run();
            once.addFlashAttribute("done", "people.done." + what);
            return to(id);
        } catch (IllegalArgumentException e) {
            return person(id, who, HttpStatus.BAD_REQUEST).addObject("problem", e.getMessage());
        }
    }

    private ModelAndView person(String id, Authentication who, HttpStatus status) {
        Account person = directory.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return roles.choices(new ModelAndView("kelola/seorang", status), person.groups(), person.districts())
                .addObject("person", person)
                .addObject(
                        "address", contacts.find(id).map(MailContact::address).orElse(""))
                .addObject("absence", absences.find(id).orElse(null))
                .addObject("self", who.getName().equals(id));
    }
}
