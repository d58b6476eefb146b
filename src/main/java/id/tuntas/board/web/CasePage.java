package id.tuntas.board.web;

import id.tuntas.access.CaseData;
import id.tuntas.access.Roles;
import id.tuntas.board.CaseDoor;
import id.tuntas.board.Reader;
import id.tuntas.casefile.CaseRecord;
import java.time.Clock;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The page of one case. It shows nothing personal until somebody who may see it asks for it, and then the look is on
 * record. A case that is none of one's business answers like one that does not exist.
 */
@Controller
class CasePage {

    static final String PATH = "/kasus/";

    private final BoardFrame frame;
    private final CaseDoor door;
    private final CaseViews views;
    private final CaseData data;
    private final Clock clock;

    CasePage(BoardFrame frame, CaseDoor door, CaseViews views, CaseData data, Clock clock) {
        this.frame = frame;
        this.door = door;
        this.views = views;
        this.data = data;
        this.clock = clock;
    }

    @GetMapping(PATH + "{nomor}")
    ModelAndView page(@PathVariable String nomor, Authentication who, Locale locale) {
        Reader reader = frame.reader(who);
        return page(open(nomor, reader), reader, locale);
    }

    /** A POST, so that no link and no reload by itself makes a look. */
    @PostMapping(PATH + "{nomor}/data")
    ModelAndView data(@PathVariable String nomor, Authentication who, Locale locale) {
        Reader reader = frame.reader(who);
        CaseRecord file = open(nomor, reader);
        if (!data.isOpenTo(reader.userId(), subject(file))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return page(file, reader, locale).addObject("look", data.look(reader.userId(), subject(file)));
    }

    private CaseRecord open(String nomor, Reader reader) {
        return door.open(nomor, reader, Roles.whoSeeTheBoard())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(CaseRecord file, Reader reader, Locale locale) {
        return new ModelAndView("kasus/kasus")
                .addObject("kasus", views.of(file, clock.instant(), locale))
                .addObject("mayLook", data.isOpenTo(reader.userId(), subject(file)));
    }

    private static CaseData.Subject subject(CaseRecord file) {
        return new CaseData.Subject(file.number().value(), file.processInstanceId(), file.districtId());
    }
}
