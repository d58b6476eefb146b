package id.tuntas.board.web;

import id.tuntas.board.indicator.Report;
import id.tuntas.board.indicator.Shown;
import id.tuntas.board.web.PeriodPages.Question;
import id.tuntas.export.Book;
import id.tuntas.export.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The indicators as a file: made of the same {@link Report} as the page, so that what is hidden there is hidden here. */
@Component
class IndicatorSheets {

    private final BoardWords words;
    private final DownloadNotes notes;

    IndicatorSheets(BoardWords words, DownloadNotes notes) {
        this.words = words;
        this.notes = notes;
    }

    Book of(Report report, Question question, Instant now, Locale locale) {
        List<Table> tables = new ArrayList<>();
        tables.add(Table.of(
                words.text("unduh.t.ringkasan", locale),
                1,
                new Columns(words, locale)
                        .text("unduh.k.masa")
                        .number("indikator.opened", "indikator.erased", "indikator.twice", "indikator.victims")
                        .all(),
                List.of(List.of(
                        notes.period(question, locale),
                        cell(report.opened(), locale),
                        report.erased(),
                        report.twice(),
                        cell(report.victims(), locale)))));
        if (!report.standards().isEmpty()) {
            tables.add(standards(report, locale));
        }
        report.tables().forEach(table -> tables.add(one(table, locale)));
        return notes.book(
                words.text("indikator.title", locale),
                question.filter(),
                how(report, question, locale),
                tables,
                now,
                locale);
    }

    /** Tables of the book. */
    static int count(Report report) {
        return 1 + (report.standards().isEmpty() ? 0 : 1) + report.tables().size();
    }

    private List<String> how(Report report, Question question, Locale locale) {
        List<String> how = new ArrayList<>(List.of(notes.period(question, locale)));
        Stream.of("indikator.how", "indikator.hidden", "indikator.spm.source", "indikator.simfoni.missing")
                .map(key -> words.text(key, locale))
                .forEach(how::add);
        report.standards().forEach(one -> how.add(named("indikator." + one.standard(), locale)));
        report.tables().forEach(table -> how.add(named("indikator." + table.key(), locale)));
        return how;
    }

    private String named(String key, Locale locale) {
        return words.text(key, locale) + ": " + words.text(key + ".how", locale);
    }

    private Table standards(Report report, Locale locale) {
        return Table.of(
                words.text("indikator.spm.caption", locale),
                1,
                new Columns(words, locale)
                        .text("indikator.spm.standard")
                        .number("indikator.spm.reached", "indikator.spm.of")
                        .share("indikator.spm.percent", "indikator.spm.target")
                        .all(),
                report.standards().stream()
                        .map(one -> Arrays.asList(
                                words.text("indikator." + one.standard(), locale),
                                cell(one.reached(), locale),
                                cell(one.of(), locale),
                                percent(one, locale),
                                one.standard().target() / 100.0))
                        .toList());
    }

    private Object percent(Report.Measured one, Locale locale) {
        if (one.percent() != null) {
            return one.percent() / 100.0;
        }
        boolean nobody = one.of().isFigure() && one.of().count() == 0;
        return words.text(nobody ? "indikator.nobody" : "indikator.closed", locale);
    }

    private Table one(Report.Table table, Locale locale) {
        Columns columns = new Columns(words, locale).text("indikator." + table.key() + ".row");
        if (table.columns().isEmpty()) {
            columns.number("indikator.number");
        }
        table.columns().forEach(column -> columns.number("indikator.jk." + column));
        return Table.of(
                words.text("indikator." + table.key(), locale),
                1,
                columns.all(),
                table.rows().stream()
                        .map(row -> Stream.concat(
                                        Stream.<Object>of(name(table, row, locale)),
                                        row.figures().stream().map(shown -> cell(shown, locale)))
                                .toList())
                        .toList());
    }

    private String name(Report.Table table, Report.Row row, Locale locale) {
        if (row.isTotal()) {
            return words.text("indikator.total", locale);
        }
        return words.text(
                row.key().equals("belum") ? "indikator.unknown" : "indikator." + table.key() + "." + row.key(), locale);
    }

    /** A figure, or the mark that stands on the page. */
    private Object cell(Shown shown, Locale locale) {
        return switch (shown.mark()) {
            case FIGURE -> shown.count();
            case FEW -> words.text("indikator.few", locale);
            case CLOSED -> words.text("indikator.closed", locale);
        };
    }
}
