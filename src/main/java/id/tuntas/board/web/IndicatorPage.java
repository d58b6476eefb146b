package id.tuntas.board.web;

import id.tuntas.board.indicator.Indicators;
import id.tuntas.board.indicator.Report;
import id.tuntas.board.web.PeriodPages.Question;
import id.tuntas.export.Book;
import id.tuntas.export.Format;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The indicators of a district and a period: {@code /pantau/indikator?daerah=manado&periode=2026-T3}. */
@Controller
class IndicatorPage {

    static final String PATH = "/pantau/indikator";

    private final PeriodPages pages;
    private final Indicators indicators;
    private final IndicatorSheets sheets;
    private final Downloads downloads;
    private final Clock clock;

    IndicatorPage(PeriodPages pages, Indicators indicators, IndicatorSheets sheets, Downloads downloads, Clock clock) {
        this.pages = pages;
        this.indicators = indicators;
        this.sheets = sheets;
        this.downloads = downloads;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView page(HttpServletRequest request, Authentication who) {
        return pages.page("pantau/indikator", PATH, request, who, (question, page) -> {
            Report report = indicators.of(question.district(), question.period());
            page.addObject("report", report)
                    .addObject("unduh", DownloadLinks.tables(question.download(PATH), IndicatorSheets.count(report)));
        });
    }

    @GetMapping(PATH + DownloadLinks.SUFFIX)
    void download(
            @RequestParam(required = false) String bentuk,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication who,
            Locale locale) {
        Instant now = clock.instant();
        Format format = downloads.format(bentuk);
        Question question = pages.question(request, who);
        Book book = sheets.of(indicators.of(question.district(), question.period()), question, now, locale);
        downloads.send(new Download("indikator", format, question.filter(), question.codes(), book, now), response);
    }
}
