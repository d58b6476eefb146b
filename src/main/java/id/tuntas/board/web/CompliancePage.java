package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.Field;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How many steps were in time, and where time is lost. */
@Controller
class CompliancePage {

    private final BoardFrame frame;
    private final ComplianceViews views;
    private final Clock clock;

    CompliancePage(BoardFrame frame, ComplianceViews views, Clock clock) {
        this.frame = frame;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping(ComplianceViews.PATH)
    ModelAndView page(HttpServletRequest request, Authentication who, Locale locale) {
        Instant now = clock.instant();
        BoardFilter filter = frame.filter(request, who).without(Field.STATE);
        return frame.page("pantau/kepatuhan", ComplianceViews.PATH, filter, now, locale)
                .addObject("steps", filter.without(Field.KIND).to(ComplianceViews.PATH))
                .addObject(
                        "stages",
                        filter.with(Field.KIND, "tahap").without(Field.STAGE).to(ComplianceViews.PATH))
                .addObject("comply", views.of(filter, now, locale));
    }
}
