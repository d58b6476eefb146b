package id.tuntas.access.web;

import id.tuntas.access.Absence;
import id.tuntas.access.Absences;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What the page of an account says about when its owner is away. */
@ControllerAdvice(assignableTypes = {AccountController.class, PeopleController.class})
class AbsenceOnPages {

    private final Absences absences;

    AbsenceOnPages(Absences absences) {
        this.absences = absences;
    }

    /** Null if nothing is known; on the page of somebody else his, otherwise one's own. */
    @ModelAttribute("absence")
    Absence absence(@PathVariable(name = "id", required = false) String id, Authentication who) {
        return absences.find(id == null ? who.getName() : id).orElse(null);
    }
}
