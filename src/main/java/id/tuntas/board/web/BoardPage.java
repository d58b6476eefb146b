package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.export.Book;
import id.tuntas.export.Format;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The board itself, and the part of it that the page asks for again every minute. */
@Controller
class BoardPage {

    static final String PATH = "/pantau";

    private final BoardFrame frame;
    private final Boards boards;
    private final BoardSheets sheets;
    private final Downloads downloads;
    private final Clock clock;

    BoardPage(BoardFrame frame, Boards boards, BoardSheets sheets, Downloads downloads, Clock clock) {
        this.frame = frame;
        this.boards = boards;
        this.sheets = sheets;
        this.downloads = downloads;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView page(HttpServletRequest request, Authentication who, Locale locale) {
        Instant now = clock.instant();
        BoardFilter filter = frame.filter(request, who).forBoard();
        return filled(frame.page("pantau/papan", PATH, filter, now, locale), filter, now, locale)
                .addObject("unduh", DownloadLinks.tables(filter.to(PATH + DownloadLinks.SUFFIX), BoardSheets.COUNT));
    }

    @GetMapping(PATH + DownloadLinks.SUFFIX)
    void download(
            @RequestParam(required = false) String bentuk,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication who,
            Locale locale) {
        Instant now = clock.instant();
        BoardFilter filter = frame.filter(request, who, DownloadLinks.FORMAT).forBoard();
        Format format = downloads.format(bentuk);
        Book book = sheets.of(boards.of(filter, now, locale), filter, now, locale);
        downloads.send(new Download("papan", format, filter, List.of(), book, now), response);
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
