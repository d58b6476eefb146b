package id.tuntas.access.web;

import id.tuntas.access.Absence;
import id.tuntas.access.Absences;
import id.tuntas.engine.Identities;
import id.tuntas.shared.DistrictZones;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** When one is away; administrators say it for whoever cannot. */
@Controller
class AbsenceController {

    private static final String OWN = "/akun/tidak-masuk";
    private static final String OTHERS = "/kelola/orang/{id}/tidak-masuk";

    private final Absences absences;
    private final Identities identities;
    private final DistrictZones zones;
    private final Clock clock;

    AbsenceController(Absences absences, Identities identities, DistrictZones zones, Clock clock) {
        this.absences = absences;
        this.identities = identities;
        this.zones = zones;
        this.clock = clock;
    }

    @GetMapping(OWN)
    ModelAndView own(Authentication who) {
        return page(who.getName(), "/akun", stored(who.getName()));
    }

    @PostMapping(OWN)
    ModelAndView own(
            @RequestParam(defaultValue = "") String dari,
            @RequestParam(defaultValue = "") String sampai,
            Authentication who) {
        return keep(who.getName(), "/akun", new Typed(dari, sampai), who);
    }

    @GetMapping(OTHERS)
    ModelAndView of(@PathVariable String id) {
        return page(known(id), "/kelola/orang/" + id, stored(id));
    }

    @PostMapping(OTHERS)
    ModelAndView of(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String dari,
            @RequestParam(defaultValue = "") String sampai,
            Authentication who) {
        return keep(known(id), "/kelola/orang/" + id, new Typed(dari, sampai), who);
    }

    private ModelAndView keep(String userId, String back, Typed typed, Authentication who) {
        try {
            if (typed.isNothing()) {
                absences.forget(userId, who.getName());
            } else {
                absences.keep(userId, typed.read(), LocalDate.ofInstant(clock.instant(), zone(userId)), who.getName());
            }
            return new ModelAndView("redirect:" + back);
        } catch (IllegalArgumentException e) {
            ModelAndView again = page(userId, back, typed).addObject("problem", e.getMessage());
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again;
        }
    }

    private static ModelAndView page(String userId, String back, Typed typed) {
        return new ModelAndView("akun/tidak-masuk")
                .addObject("person", userId)
                .addObject("back", back)
                .addObject("typed", typed);
    }

    private Typed stored(String userId) {
        return absences.find(userId)
                .map(found -> new Typed(found.first().toString(), found.last().toString()))
                .orElse(new Typed("", ""));
    }

    private String known(String id) {
        if (!identities.exists(id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return id;
    }

    private ZoneId zone(String userId) {
        return identities.districtsOf(userId).stream()
                .findFirst()
                .map(zones::zoneOf)
                .orElse(ZoneOffset.UTC);
    }

    /** The two fields of the form, as they came. */
    record Typed(String from, String until) {

        boolean isNothing() {
            return from.isBlank() && until.isBlank();
        }

        /** @throws IllegalArgumentException with the key of a message */
        Absence read() {
            try {
                return new Absence(LocalDate.parse(from.strip()), LocalDate.parse(until.strip()));
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("absence.wrong.date", e);
            }
        }
    }
}
