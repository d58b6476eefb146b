package id.tuntas.board.web;

import id.tuntas.board.web.PartnerPage.Answers;
import id.tuntas.board.web.PartnerPage.Score;
import id.tuntas.board.web.PeriodPages.Question;
import id.tuntas.export.Book;
import id.tuntas.export.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The scorecard of agencies as a file. */
@Component
class PartnerSheets {

    /** Tables of the book. */
    static final int COUNT = 3;

    private final BoardWords words;
    private final DownloadNotes notes;

    PartnerSheets(BoardWords words, DownloadNotes notes) {
        this.words = words;
        this.notes = notes;
    }

    Book of(Answers answers, Question question, Instant now, Locale locale) {
        List<Table> tables = List.of(
                scores("mitra.caption", answers.scores(), locale),
                scores("mitra.gaps", answers.gaps(), locale),
                Table.of(
                        words.text("mitra.uncovered", locale),
                        2,
                        new Columns(words, locale)
                                .text("unduh.k.kelas", "board.field.layanan")
                                .all(),
                        answers.uncovered().stream()
                                .map(service -> List.of(service.mouClass(), service.name()))
                                .toList()));
        List<String> how = new ArrayList<>(List.of(
                notes.period(question, locale), words.text("mitra.how", locale), words.text("mitra.gaps.how", locale)));
        Stream.of(PartnerPage.FIGURES)
                .map(figure ->
                        words.text("mitra." + figure, locale) + ": " + words.text("mitra." + figure + ".how", locale))
                .forEach(how::add);
        return notes.book(words.text("mitra.title", locale), question.filter(), how, tables, now, locale);
    }

    private Table scores(String name, List<Score> scores, Locale locale) {
        Columns columns =
                new Columns(words, locale).text("unduh.k.kelas", "board.field.layanan", "board.field.lembaga");
        Stream.of(PartnerPage.FIGURES).forEach(figure -> columns.number("mitra." + figure));
        return Table.of(
                words.text(name, locale),
                3,
                columns.all(),
                scores.stream()
                        .map(score -> Stream.<Object>concat(
                                        Stream.of(score.mouClass(), score.service(), score.agency()),
                                        score.figures().stream().map(PartnerPage.Figure::count))
                                .toList())
                        .toList());
    }
}
