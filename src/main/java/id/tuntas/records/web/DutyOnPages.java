package id.tuntas.records.web;

import id.tuntas.access.web.Groups;
import id.tuntas.records.Duty;
import id.tuntas.records.Keepers;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Leads keepers of records to their page from where they arrive. */
@ControllerAdvice
class DutyOnPages {

    private final Duty duty;

    DutyOnPages(Duty duty) {
        this.duty = duty;
    }

    /** Null for everybody else. */
    @ModelAttribute("records")
    Duty.Waiting records(Authentication who) {
        if (who == null) {
            return null;
        }
        List<String> groups = Groups.of(who);
        return Keepers.read(groups) ? duty.of(who.getName(), groups) : null;
    }
}
