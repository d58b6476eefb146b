package id.tuntas.access.web;

import id.tuntas.access.PeopleAdministration;
import id.tuntas.access.PeopleDirectory;
import id.tuntas.access.PeopleDirectory.Account;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people there are and those who join, for administrators; one of them is {@link PersonController}'s. */
@Controller
@RequestMapping("/kelola/orang")
class PeopleController {

    private static final int SHOWN = 100;

    private final PeopleAdministration people;
    private final PeopleDirectory directory;
    private final RoleChoices roles;

    PeopleController(PeopleAdministration people, PeopleDirectory directory, RoleChoices roles) {
        this.people = people;
        this.directory = directory;
        this.roles = roles;
    }

    @GetMapping
    ModelAndView list(@RequestParam(defaultValue = "") String cari) {
        List<Account> found = directory.search(cari, SHOWN + 1);
        return new ModelAndView("kelola/orang")
                .addObject("people", found.stream().limit(SHOWN).toList())
                .addObject("more", found.size() > SHOWN)
                .addObject("shown", SHOWN)
                .addObject("cari", cari)
                .addObject("names", roles.names());
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
            NewPasswordLink.show(people.add(id.strip(), nama, peran, daerah, who.getName()), once);
            return PersonController.to(id.strip());
        } catch (IllegalArgumentException e) {
            return form(HttpStatus.BAD_REQUEST, id, nama, peran, daerah).addObject("problem", e.getMessage());
        }
    }

    private ModelAndView form(HttpStatus status, String id, String name, List<String> groups, List<String> districts) {
        return roles.choices(new ModelAndView("kelola/orang-baru", status), groups, districts)
                .addObject("id", id)
                .addObject("nama", name);
    }
}
