package id.tuntas.board.web;

import id.tuntas.board.eventlog.EventLogs;
import id.tuntas.board.eventlog.EventLogs.Format;
import id.tuntas.board.indicator.Shown;
import id.tuntas.board.web.PeriodPages.Question;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The event log of a district for process mining: {@code /pantau/jejak?daerah=manado&dari=2026-01-01&sampai=2026-06-30}. For
 * heads only, see {@link id.tuntas.access.Roles#whoMayTakeEventLogs}.
 */
@Controller
class EventLogPage {

    static final String PATH = "/pantau/jejak";

    private static final String QUESTION = "question";
    private static final String REASON = "reason";

    private final PeriodPages pages;
    private final EventLogs logs;
    private final ExportRecord record;

    EventLogPage(PeriodPages pages, EventLogs logs, ExportRecord record) {
        this.pages = pages;
        this.logs = logs;
        this.record = record;
    }

    @GetMapping(PATH)
    ModelAndView page(HttpServletRequest request, Authentication who) {
        return pages.page("pantau/jejak", PATH, request, who, this::answer);
    }

    /** Null once the log is on its way; the page says why if it cannot go. */
    @GetMapping(PATH + "/xes")
    ModelAndView xes(HttpServletRequest request, HttpServletResponse response, Authentication who) throws IOException {
        return log(Format.XES, request, response, who);
    }

    @GetMapping(PATH + "/ocel")
    ModelAndView ocel(HttpServletRequest request, HttpServletResponse response, Authentication who) throws IOException {
        return log(Format.OCEL, request, response, who);
    }

    private void answer(Question question, ModelAndView page) {
        long cases = logs.cases(question.district(), question.period());
        page.addObject(QUESTION, question)
                .addObject("cases", Shown.total((int) cases))
                .addObject("enough", cases >= EventLogs.FEWEST && cases <= EventLogs.MOST)
                .addObject("few", cases < EventLogs.FEW);
        if (cases > EventLogs.MOST) {
            page.addObject("field", "dari").addObject(REASON, "banyak");
        }
    }

    private ModelAndView log(
            Format format, HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException {
        ModelAndView page = page(request, who);
        if (!Boolean.TRUE.equals(page.getModel().get("enough"))) {
            page.getModel().putIfAbsent("field", "dari");
            page.getModel().putIfAbsent(REASON, "sedikit");
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        Question question = (Question) page.getModel().get(QUESTION);
        record.leaving("jejak " + format.word(), question.filter(), question.codes());
        if (send(format, question, response)) {
            return null;
        }
        page.addObject("busy", true).setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return page;
    }

    /** False if nothing was sent, because others are being sent. */
    private boolean send(Format format, Question question, HttpServletResponse response) throws IOException {
        boolean sent = false;
        try {
            response.setContentType(format.mediaType());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, name(format, question));
            sent = logs.write(format, question.district(), question.period(), response.getOutputStream());
            return sent;
        } finally {
            if (!sent && !response.isCommitted()) {
                // the page that says what happened is no attachment
                response.reset();
            }
        }
    }

    private static String name(Format format, Question question) {
        return ContentDisposition.attachment()
                .filename("jejak-" + question.district().id() + "-"
                        + question.period().from() + "-" + question.period().until() + "." + format.ending())
                .build()
                .toString();
    }
}
