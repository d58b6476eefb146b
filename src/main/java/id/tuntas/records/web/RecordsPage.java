package id.tuntas.records.web;

import id.tuntas.records.Keeper;
import id.tuntas.records.RecordsDesk;
import id.tuntas.records.Standing;
import id.tuntas.shared.CaseNumber;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which cases are due, held or erased, and the record of one. */
@Controller
class RecordsPage {

    static final String PATH = "/kelola/penghapusan";

    private final RecordsFrame frame;
    private final RecordsDesk desk;
    private final RecordsViews views;

    RecordsPage(RecordsFrame frame, RecordsDesk desk, RecordsViews views) {
        this.frame = frame;
        this.desk = desk;
        this.views = views;
    }

    @GetMapping(PATH)
    ModelAndView list(@RequestParam(required = false) String nomor, Authentication who) {
        Keeper keeper = frame.keeper(who);
        if (nomor == null) {
            return list(HttpStatus.OK, keeper);
        }
        if (!CaseNumber.isValid(nomor)) {
            return wrong(HttpStatus.BAD_REQUEST, "records.wrong.number", nomor, keeper);
        }
        Optional<Standing> found = desk.open(nomor, keeper);
        return found.isPresent()
                ? new ModelAndView("redirect:" + PATH + "/" + found.get().file().number())
                : wrong(HttpStatus.NOT_FOUND, "records.wrong.none", nomor, keeper);
    }

    @GetMapping(PATH + "/{nomor}")
    ModelAndView one(@PathVariable String nomor, Authentication who) {
        Keeper keeper = frame.keeper(who);
        Standing standing = frame.open(nomor, keeper);
        return frame.page("kelola/penghapusan-kasus", HttpStatus.OK, keeper)
                .addObject("record", views.of(standing, keeper));
    }

    private ModelAndView list(HttpStatus status, Keeper keeper) {
        return frame.page("kelola/penghapusan", status, keeper).addObject("list", views.list(keeper));
    }

    private ModelAndView wrong(HttpStatus status, String problem, String typed, Keeper keeper) {
        return list(status, keeper).addObject("problem", problem).addObject("typed", typed);
    }
}
