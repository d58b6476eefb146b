package id.tuntas.board.web;

import id.tuntas.board.Answer;
import id.tuntas.board.BoardFilter;
import id.tuntas.board.BoardState;
import id.tuntas.board.Field;
import id.tuntas.board.Scorecard;
import id.tuntas.board.web.PeriodPages.Question;
import id.tuntas.export.Book;
import id.tuntas.export.Format;
import id.tuntas.partner.CatalogueService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How the agencies do what they signed for: {@code /pantau/mitra?daerah=manado&periode=2026}. */
@Controller
class PartnerPage {

    static final String PATH = "/pantau/mitra";

    /** Ends of the message keys, in the order of {@link Score#figures}. */
    static final String[] FIGURES = {
        "diminta", "diambil", "tepat-waktu", "terlambat", "dirujuk", "diterima", "ditolak", "tidak-dijawab"
    };

    private final PeriodPages pages;
    private final Scorecard scorecard;
    private final PartnerSheets sheets;
    private final Downloads downloads;
    private final BoardWords words;
    private final Clock clock;

    PartnerPage(
            PeriodPages pages,
            Scorecard scorecard,
            PartnerSheets sheets,
            Downloads downloads,
            BoardWords words,
            Clock clock) {
        this.pages = pages;
        this.scorecard = scorecard;
        this.sheets = sheets;
        this.downloads = downloads;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView page(HttpServletRequest request, Authentication who, Locale locale) {
        return pages.page("pantau/mitra", PATH, request, who, (question, page) -> {
            Answers answers = answers(question, clock.instant(), locale);
            page.addObject("scores", answers.scores)
                    .addObject("gaps", answers.gaps)
                    .addObject("uncovered", answers.uncovered)
                    .addObject("unduh", DownloadLinks.tables(question.download(PATH), PartnerSheets.COUNT));
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
        Book book = sheets.of(answers(question, now, locale), question, now, locale);
        downloads.send(new Download("mitra", format, question.filter(), question.codes(), book, now), response);
    }

    private Answers answers(Question question, Instant now, Locale locale) {
        BoardFilter filter = question.filter()
                .with(Field.FROM, question.period().from().toString())
                .with(Field.UNTIL, question.period().until().toString());
        List<Score> scores = scorecard.lines(filter, now).stream()
                .map(line -> score(line, filter, locale))
                .toList();
        LocalDate today = LocalDate.ofInstant(now, question.district().zone());
        return new Answers(
                scores.stream().filter(score -> !score.gap()).toList(),
                scores.stream().filter(Score::gap).toList(),
                scorecard.uncovered(question.district(), today));
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

    /**
     * @param scores of services that an agreement covered
     * @param gaps of those that none did
     * @param uncovered services nobody has signed for today
     */
    record Answers(List<Score> scores, List<Score> gaps, List<CatalogueService> uncovered) {}

    /** @param gap whether no agreement covered the service */
    record Score(boolean gap, String agency, String mouClass, String service, List<Figure> figures) {}

    /** @param list address of the list that is as long as the count; null if that is nothing */
    record Figure(String key, long count, String list) {}
}
