package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.Field;
import id.tuntas.engine.DeployedSop;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The SOP as a picture in which steps that are often late are hot; the same figures in a table. */
@Controller
class HeatPage {

    private final BoardFrame frame;
    private final HeatViews views;
    private final DeployedSop sop;
    private final Clock clock;

    HeatPage(BoardFrame frame, HeatViews views, DeployedSop sop, Clock clock) {
        this.frame = frame;
        this.views = views;
        this.sop = sop;
        this.clock = clock;
    }

    @GetMapping(HeatViews.PATH)
    ModelAndView page(HttpServletRequest request, Authentication who, Locale locale) {
        Instant now = clock.instant();
        BoardFilter filter = frame.filter(request, who)
                .without(Field.STATE)
                .without(Field.KIND)
                .without(Field.STEP);
        return frame.page("pantau/peta", HeatViews.PATH, filter, now, locale)
                .addObject("heat", views.of(filter, now, locale));
    }

    /** What the picture needs of the SOP; the same for every reader. */
    @GetMapping(HeatViews.PATH + "/diagram")
    ResponseEntity<byte[]> picture() {
        return sop.picture(HeatViews.PROCESS)
                .map(xml -> ResponseEntity.ok()
                        .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                        .body(xml))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
