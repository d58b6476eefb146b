package id.tuntas.board.web;

import id.tuntas.board.BadFilter;
import id.tuntas.board.BadFilter.Reason;
import id.tuntas.board.BoardFilter;
import id.tuntas.board.Field;
import id.tuntas.board.indicator.Period;
import id.tuntas.board.indicator.QuestionRefused;
import id.tuntas.shared.District;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiConsumer;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages about one district and one period have in common: the question, and what is wrong with it. */
@Component
class PeriodPages {

    private final BoardFrame frame;
    private final Clock clock;

    PeriodPages(BoardFrame frame, Clock clock) {
        this.frame = frame;
        this.clock = clock;
    }

    /**
     * Reads the question and lets the page answer it; if it cannot be answered, the page says why, with 400.
     *
     * @param answer adds what the page shows
     * @throws BadFilter if the district is none of the reader's, or the address has something in it nobody knows
     */
    ModelAndView page(
            String template,
            String path,
            HttpServletRequest request,
            Authentication who,
            BiConsumer<Question, ModelAndView> answer) {
        BoardFilter own = own(request, who, "periode", "dari", "sampai");
        District district = own.districts().get(0);
        LocalDate today = LocalDate.ofInstant(clock.instant(), district.zone());
        ModelAndView page = new ModelAndView(template)
                .addObject("path", path)
                .addObject("filter", own)
                .addObject("district", district)
                .addObject("districts", own.reader().districts())
                .addObject("choices", PeriodChoices.on(today).choices())
                .addObject("named", one(request, "periode"))
                .addObject("from", one(request, "dari"))
                .addObject("until", one(request, "sampai"));
        try {
            Period period = period(request, today);
            page.addObject("period", period).addObject("from", period.from()).addObject("until", period.until());
            answer.accept(new Question(own, district, period), page);
        } catch (QuestionRefused refused) {
            page.setStatus(HttpStatus.BAD_REQUEST);
            page.addObject("field", refused.field()).addObject("reason", refused.reason());
        }
        return page;
    }

    /**
     * The question in the address of a download.
     *
     * @throws BadFilter as for the page
     * @throws QuestionRefused if it cannot be answered
     */
    Question question(HttpServletRequest request, Authentication who) {
        BoardFilter own = own(request, who, "periode", "dari", "sampai", DownloadLinks.FORMAT);
        District district = own.districts().get(0);
        return new Question(own, district, period(request, LocalDate.ofInstant(clock.instant(), district.zone())));
    }

    /** The filter of one district alone. */
    private BoardFilter own(HttpServletRequest request, Authentication who, String... others) {
        BoardFilter filter = frame.filter(request, who, others);
        District district = filter.districts().stream()
                .findFirst()
                .orElseThrow(() -> new BadFilter(Field.DISTRICT.word(), Reason.UNKNOWN_VALUE, ""));
        return BoardFilter.of(filter.reader()).with(Field.DISTRICT, district.id());
    }

    private static Period period(HttpServletRequest request, LocalDate today) {
        return Period.of(one(request, "periode"), one(request, "dari"), one(request, "sampai"), today);
    }

    private static String one(HttpServletRequest request, String name) {
        return request.getParameter(name);
    }

    /** @param filter of the district alone */
    record Question(BoardFilter filter, District district, Period period) {

        /** Address of the download of a page with the same answer. */
        String download(String path) {
            return filter.with(Field.FROM, period.from().toString())
                    .with(Field.UNTIL, period.until().toString())
                    .to(path + DownloadLinks.SUFFIX);
        }

        /** The period for the audit. */
        List<String> codes() {
            return List.of("dari:" + period.from(), "sampai:" + period.until());
        }
    }
}
