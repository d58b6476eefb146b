package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.Field;
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

/** How many steps were in time, and where time is lost. */
@Controller
class CompliancePage {

    private final BoardFrame frame;
    private final ComplianceViews views;
    private final ComplianceSheets sheets;
    private final Downloads downloads;
    private final Clock clock;

    CompliancePage(BoardFrame frame, ComplianceViews views, ComplianceSheets sheets, Downloads downloads, Clock clock) {
        this.frame = frame;
        this.views = views;
        this.sheets = sheets;
        this.downloads = downloads;
        this.clock = clock;
    }

    @GetMapping(ComplianceViews.PATH)
    ModelAndView page(HttpServletRequest request, Authentication who, Locale locale) {
        Instant now = clock.instant();
        BoardFilter filter = frame.filter(request, who).without(Field.STATE);
        ComplianceView view = views.of(filter, now, locale);
        return frame.page("pantau/kepatuhan", ComplianceViews.PATH, filter, now, locale)
                .addObject("steps", filter.without(Field.KIND).to(ComplianceViews.PATH))
                .addObject(
                        "stages",
                        filter.with(Field.KIND, "tahap").without(Field.STAGE).to(ComplianceViews.PATH))
                .addObject(
                        "unduh",
                        DownloadLinks.tables(
                                filter.to(ComplianceViews.PATH + DownloadLinks.SUFFIX),
                                ComplianceSheets.count(view, filter)))
                .addObject("comply", view);
    }

    @GetMapping(ComplianceViews.PATH + DownloadLinks.SUFFIX)
    void download(
            @RequestParam(required = false) String bentuk,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication who,
            Locale locale) {
        Instant now = clock.instant();
        BoardFilter filter = frame.filter(request, who, DownloadLinks.FORMAT).without(Field.STATE);
        Format format = downloads.format(bentuk);
        Book book = sheets.of(views.of(filter, now, locale), filter, now, locale);
        downloads.send(new Download("kepatuhan", format, filter, List.of(), book, now), response);
    }
}
