package id.tuntas.board.web;

import id.tuntas.board.indicator.Indicators;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The indicators of a district and a period: {@code /pantau/indikator?daerah=manado&periode=2026-T3}. */
@Controller
class IndicatorPage {

    static final String PATH = "/pantau/indikator";

    private final PeriodPages pages;
    private final Indicators indicators;

    IndicatorPage(PeriodPages pages, Indicators indicators) {
        this.pages = pages;
        this.indicators = indicators;
    }

    @GetMapping(PATH)
    ModelAndView page(HttpServletRequest request, Authentication who) {
        return pages.page(
                "pantau/indikator",
                PATH,
                request,
                who,
                (question, page) -> page.addObject("report", indicators.of(question.district(), question.period())));
    }
}
