package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.Field;
import id.tuntas.export.Book;
import id.tuntas.export.Format;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The SOP as a picture in which steps that are often late are hot; the same figures in a table. */
@Controller
class HeatPage {

    private final BoardFrame frame;
    private final HeatViews views;
    private final HeatSheets sheets;
    private final Downloads downloads;
    private final Clock clock;

    HeatPage(BoardFrame frame, HeatViews views, HeatSheets sheets, Downloads downloads, Clock clock) {
        this.frame = frame;
        this.views = views;
        this.sheets = sheets;
        this.downloads = downloads;
        this.clock = clock;
    }

    @GetMapping(HeatViews.PATH)
    ModelAndView page(HttpServletRequest request, Authentication who, Locale locale) {
        Instant now = clock.instant();
        BoardFilter filter = filter(request, who);
        HeatView view = views.of(filter, now, locale);
        return frame.page("pantau/peta", HeatViews.PATH, filter, now, locale)
                .addObject(
                        "unduh",
                        DownloadLinks.rows(filter.to(HeatViews.PATH + DownloadLinks.SUFFIX), HeatSheets.count(view)))
                .addObject("heat", view);
    }

    @GetMapping(HeatViews.PATH + DownloadLinks.SUFFIX)
    void download(
            @RequestParam(required = false) String bentuk,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication who,
            Locale locale) {
        Instant now = clock.instant();
        BoardFilter filter = filter(request, who, DownloadLinks.FORMAT);
        Format format = downloads.format(bentuk);
        Book book = sheets.of(views.of(filter, now, locale), filter, now, locale);
        downloads.send(new Download("peta", format, filter, List.of(), book, now), response);
    }

    private BoardFilter filter(HttpServletRequest request, Authentication who, String... others) {
        return frame.filter(request, who, others)
                .without(Field.STATE)
                .without(Field.KIND)
                .without(Field.STEP);
    }

    /** What the picture needs of the SOP; the same for every reader. */
    @GetMapping(HeatViews.PATH + "/diagram")
    ResponseEntity<byte[]> picture() {
        return views.picture()
                .map(xml -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                        .body(xml))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
