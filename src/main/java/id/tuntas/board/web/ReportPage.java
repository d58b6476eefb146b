package id.tuntas.board.web;

import id.tuntas.access.Roles;
import id.tuntas.board.BadFilter;
import id.tuntas.board.BadFilter.Reason;
import id.tuntas.board.BoardFilter;
import id.tuntas.board.Field;
import id.tuntas.board.indicator.QuestionRefused;
import id.tuntas.board.report.PdfPrinter;
import id.tuntas.board.report.ReportMonth;
import id.tuntas.shared.District;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The monthly report of a district: {@code /pantau/laporan?daerah=manado&bulan=2026-10}. */
@Controller
class ReportPage {

    static final String PATH = "/pantau/laporan";

    private final BoardFrame frame;
    private final ReportViews views;
    private final ITemplateEngine templates;
    private final PdfPrinter printer;
    private final ExportRecord record;
    private final Clock clock;

    ReportPage(
            BoardFrame frame,
            ReportViews views,
            ITemplateEngine templates,
            PdfPrinter printer,
            ExportRecord record,
            Clock clock) {
        this.frame = frame;
        this.views = views;
        this.templates = templates;
        this.printer = printer;
        this.record = record;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView page(HttpServletRequest request, Authentication who, Locale locale) {
        Question question = question(request, who);
        return new ModelAndView("pantau/laporan")
                .addObject("path", PATH)
                .addObject("filter", question.filter)
                .addObject("district", question.district)
                .addObject("districts", question.filter.reader().districts())
                .addObject("month", question.month)
                .addObject("months", ReportMonth.choices(question.today))
                .addObject("running", !question.today.isAfter(question.month.atEndOfMonth()))
                .addObject("rows", ReportViews.LATE_ROWS)
                .addObject(
                        "mayTakeLogs",
                        question.filter.reader().groups().stream().anyMatch(Roles.whoMayTakeEventLogs()::contains));
    }

    @GetMapping(PATH + "/pdf")
    ResponseEntity<byte[]> pdf(HttpServletRequest request, Authentication who) {
        Question question = question(request, who);
        record.leaving("laporan pdf", question.filter, List.of(ReportMonth.WORD + ":" + question.month));
        byte[] pdf = printer.print(page(question));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("laporan-" + question.district.id() + "-" + question.month + ".pdf")
                                .build()
                                .toString())
                .body(pdf);
    }

    private String page(Question question) {
        try {
            ReportView report = views.of(question.filter.reader(), question.district, question.month, question.now);
            return templates.process(
                    "pantau/laporan-pdf", new Context(ReportViews.LANGUAGE, Map.of("laporan", report)));
        } catch (QuestionRefused tooManyCases) {
            throw new BadFilter(ReportMonth.WORD, Reason.MANY_CASES, question.month.toString());
        }
    }

    /** @throws BadFilter if the district is none of the reader's, the month cannot be, or the address narrows it further */
    private Question question(HttpServletRequest request, Authentication who) {
        BoardFilter filter = frame.filter(request, who, ReportMonth.WORD);
        filter.values().keySet().stream()
                .filter(field -> field != Field.DISTRICT)
                .findFirst()
                .ifPresent(field -> {
                    throw new BadFilter(field.word(), Reason.UNKNOWN_FIELD, null);
                });
        District district = filter.districts().stream()
                .findFirst()
                .orElseThrow(() -> new BadFilter(Field.DISTRICT.word(), Reason.UNKNOWN_VALUE, ""));
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, district.zone());
        YearMonth month = ReportMonth.of(request.getParameter(ReportMonth.WORD), today);
        return new Question(filter.with(Field.DISTRICT, district.id()), district, month, today, now);
    }

    private record Question(BoardFilter filter, District district, YearMonth month, LocalDate today, Instant now) {}
}
