package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The board itself, and the part of it that the page asks for again every minute. */
@Controller
class BoardPage {

    static final String PATH = "/pantau";

    private final BoardFrame frame;
    private final Boards boards;
    private final Clock clock;

    BoardPage(BoardFrame frame, Boards boards, Clock clock) {
        this.frame = frame;
        this.boards = boards;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView page(HttpServletRequest request, Authentication who, Locale locale) {
        Instant now = clock.instant();
        BoardFilter filter = frame.filter(request, who).forBoard();
        return filled(frame.page("pantau/papan", PATH, filter, now, locale), filter, now, locale);
    }

    @GetMapping(PATH + "/terkini")
    ModelAndView now(HttpServletRequest request, Authentication who, Locale locale) {
        Instant now = clock.instant();
        BoardFilter filter = frame.filter(request, who).forBoard();
        return filled(frame.part("pantau/papan :: terkini", filter, now), filter, now, locale);
    }

    private ModelAndView filled(ModelAndView view, BoardFilter filter, Instant now, Locale locale) {
        return view.addObject("refresh", filter.to(PATH + "/terkini"))
                .addObject("board", boards.of(filter, now, locale));
    }
}
