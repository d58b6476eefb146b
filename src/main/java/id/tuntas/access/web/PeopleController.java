package id.tuntas.access.web;

import id.tuntas.access.MailContact;
import id.tuntas.access.MailContacts;
import id.tuntas.access.PeopleAdministration;
import id.tuntas.access.PeopleAdministration.Account;
import id.tuntas.engine.Identities;
import id.tuntas.engine.Identities.Unit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** People and their accounts, for administrators. */
@Controller
@RequestMapping("/kelola/orang")
class PeopleController {

    private static final int SHOWN = 100;

    private final PeopleAdministration people;
    private final Identities identities;
    private final MailContacts contacts;

    PeopleController(PeopleAdministration people, Identities identities, MailContacts contacts) {
        this.people = people;
        this.identities = identities;
        this.contacts = contacts;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String cari) {
        List<Account> found = people.search(cari, SHOWN + 1);
        return new ModelAndView("kelola/orang")
                .addObject("people", found.stream().limit(SHOWN).toList())
                .addObject("more", found.size() > SHOWN)
                .addObject("shown", SHOWN)
                .addObject("cari", cari)
                .addObject("names", names());
    }

    @GetMapping("/baru")
    ModelAndView empty() {
        return form(HttpStatus.OK, "", "", List.of(), List.of());
    }

    @PostMapping
    ModelAndView add(
            @RequestParam String id,
            @RequestParam String nama,
            @RequestParam(defaultValue = "") List<String> peran,
            @RequestParam(defaultValue = "") List<String> daerah,
            Authentication who,
            RedirectAttributes once) {
        try {
            showLink(people.add(id.strip(), nama, peran, daerah, who.getName()), once);
            return to(id.strip());
        } catch (IllegalArgumentException e) {
            return form(HttpStatus.BAD_REQUEST, id, nama, peran, daerah).addObject("problem", e.getMessage());
        }
    }

    @GetMapping("/{id}")
    ModelAndView person(@PathVariable String id, Authentication who) {
        return person(id, who, HttpStatus.OK);
    }

    @PostMapping("/{id}/peran")
    ModelAndView changeRoles(
            @PathVariable String id,
            @RequestParam(defaultValue = "") List<String> peran,
            @RequestParam(defaultValue = "") List<String> daerah,
            Authentication who,
            RedirectAttributes once) {
        return change(id, who, once, "roles", () -> people.changeRoles(id, peran, daerah, who.getName()));
    }

    @PostMapping("/{id}/nonaktif")
    ModelAndView disable(@PathVariable String id, Authentication who, RedirectAttributes once) {
        return change(id, who, once, "disabled", () -> people.disable(id, who.getName()));
    }

    @PostMapping("/{id}/aktif")
    ModelAndView enable(@PathVariable String id, Authentication who, RedirectAttributes once) {
        return change(id, who, once, "enabled", () -> people.enable(id, who.getName()));
    }

    @PostMapping("/{id}/keluar")
    ModelAndView endSessions(@PathVariable String id, Authentication who, RedirectAttributes once) {
        return change(id, who, once, "ended", () -> people.endSessions(id, who.getName()));
    }

    @PostMapping("/{id}/faktor-kedua")
    ModelAndView resetSecondFactor(@PathVariable String id, Authentication who, RedirectAttributes once) {
        return change(id, who, once, "reset", () -> people.resetSecondFactor(id, who.getName()));
    }

    @PostMapping("/{id}/surel")
    ModelAndView changeAddress(
            @PathVariable String id, @RequestParam String alamat, Authentication who, RedirectAttributes once) {
        ModelAndView answer = change(id, who, once, "mail", () -> people.changeAddress(id, alamat, who.getName()));
        // a redirect would carry it in its address
        return answer.getModel().containsKey("problem") ? answer.addObject("typed", alamat) : answer;
    }

    @PostMapping("/{id}/tautan")
    ModelAndView newLink(@PathVariable String id, Authentication who, RedirectAttributes once) {
        return change(id, who, once, "link", () -> showLink(people.newPasswordLink(id, who.getName()), once));
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
        Account person = people.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return choices(new ModelAndView("kelola/seorang", status), person.groups(), person.districts())
                .addObject("person", person)
                .addObject(
                        "address", contacts.find(id).map(MailContact::address).orElse(""))
                .addObject("self", who.getName().equals(id));
    }

    private ModelAndView form(HttpStatus status, String id, String name, List<String> groups, List<String> districts) {
        return choices(new ModelAndView("kelola/orang-baru", status), groups, districts)
                .addObject("id", id)
                .addObject("nama", name);
    }

    private ModelAndView choices(ModelAndView page, List<String> groups, List<String> districts) {
        return page.addObject("allGroups", identities.groups())
                .addObject("allDistricts", identities.districts())
                .addObject("groups", groups)
                .addObject("districts", districts);
    }

    /** The token is in this one answer only; a redirect carries it there without an address that could be kept. */
    private static void showLink(String token, RedirectAttributes once) {
        once.addFlashAttribute(
                "link",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/masuk/sandi")
                        .queryParam("kode", token)
                        .toUriString());
    }

    private static ModelAndView to(String id) {
        return new ModelAndView("redirect:/kelola/orang/" + id);
    }

    /** Names of groups and districts by id. */
    private Map<String, String> names() {
        return Stream.concat(identities.groups().stream(), identities.districts().stream())
                .collect(Collectors.toMap(Unit::id, Unit::name, (one, other) -> one));
    }
}
