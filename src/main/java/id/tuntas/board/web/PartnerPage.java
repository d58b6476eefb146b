package id.tuntas.board.web;

import id.tuntas.board.Answer;
import id.tuntas.board.BoardFilter;
import id.tuntas.board.BoardState;
import id.tuntas.board.Field;
import id.tuntas.board.Scorecard;
import id.tuntas.board.web.PeriodPages.Question;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** How the agencies do what they signed for: {@code /pantau/mitra?daerah=manado&periode=2026}. */
@Controller
class PartnerPage {

    static final String PATH = "/pantau/mitra";

    private final PeriodPages pages;
    private final Scorecard scorecard;
    private final BoardWords words;
    private final Clock clock;

    PartnerPage(PeriodPages pages, Scorecard scorecard, BoardWords words, Clock clock) {
        this.pages = pages;
        this.scorecard = scorecard;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView page(HttpServletRequest request, Authentication who, Locale locale) {
        return pages.page("pantau/mitra", PATH, request, who, (question, page) -> answer(question, page, locale));
    }

    private void answer(Question question, ModelAndView page, Locale locale) {
        Instant now = clock.instant();
        BoardFilter filter = question.filter()
                .with(Field.FROM, question.period().from().toString())
                .with(Field.UNTIL, question.period().until().toString());
        List<Score> scores = scorecard.lines(filter, now).stream()
                .map(line -> score(line, filter, locale))
                .toList();
        LocalDate today = LocalDate.ofInstant(now, question.district().zone());
        page.addObject("scores", scores.stream().filter(score -> !score.gap()).toList())
                .addObject("gaps", scores.stream().filter(Score::gap).toList())
                .addObject("uncovered", scorecard.uncovered(question.district(), today));
    }

    private Score score(Scorecard.Line line, BoardFilter period, Locale locale) {
        BoardFilter its = period.with(Field.AGENCY, line.agencyId() == null ? Field.NONE : line.agencyId())
                .with(Field.SERVICE, line.service().key().value());
        BoardFilter all = its.in(BoardState.ALL);
        return new Score(
                line.agencyId() == null,
                words.value(Field.AGENCY, its.chosen(Field.AGENCY.word()), its, locale),
                line.service().mouClass(),
                line.service().name(),
                List.of(
                        figure("diminta", line.asked(), all),
                        figure("diambil", line.taken(), with(all, Answer.TAKEN)),
                        figure("tepat-waktu", line.inTime(), its.in(BoardState.IN_TIME)),
                        figure("terlambat", line.late(), its.in(BoardState.BREACHED)),
                        figure("dirujuk", line.referred(), with(all, Answer.REFERRED)),
                        figure("diterima", line.accepted(), with(all, Answer.ACCEPTED)),
                        figure("ditolak", line.declined(), with(all, Answer.DECLINED)),
                        figure("tidak-dijawab", line.silent(), with(all, Answer.SILENT))));
    }

    private static BoardFilter with(BoardFilter filter, Answer answer) {
        return filter.with(Field.ANSWER, answer.word());
    }

    private static Figure figure(String key, long count, BoardFilter list) {
        return new Figure(key, count, count == 0 ? null : list.to(ListPage.PATH));
    }

    /** @param gap whether no agreement covered the service */
    record Score(boolean gap, String agency, String mouClass, String service, List<Figure> figures) {}

    /** @param list address of the list that is as long as the count; null if that is nothing */
    record Figure(String key, long count, String list) {}
}
