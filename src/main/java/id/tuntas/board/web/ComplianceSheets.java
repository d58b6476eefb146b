package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.export.Book;
import id.tuntas.export.Kind;
import id.tuntas.export.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The tables of compliance as a file: the figures of the page, and what it says about them. */
@Component
class ComplianceSheets {

    private static final String[] SHARE = {"comply.col.share"};
    private static final String[] COUNTS = {"unduh.k.tepat", "comply.col.late", "comply.col.rated"};
    private static final double MS_OF_AN_HOUR = 3_600_000;

    private final BoardWords words;
    private final DownloadNotes notes;

    ComplianceSheets(BoardWords words, DownloadNotes notes) {
        this.words = words;
        this.notes = notes;
    }

    Book of(ComplianceView view, BoardFilter filter, Instant now, Locale locale) {
        List<Table> tables = new ArrayList<>();
        tables.add(whole(view, locale));
        tables.add(trend(view, locale));
        if (!filter.isOfStages()) {
            tables.add(law(view, locale));
        }
        view.tables().forEach(table -> tables.add(one(table, filter, locale)));
        List<String> how = new ArrayList<>(List.of(view.period()));
        Stream.of("share", "period", "few", "law", "times", "own", "order")
                .map(line -> words.text("comply.how." + line, locale))
                .forEach(how::add);
        how.add(words.text("comply.moved.why", locale));
        if (!view.ownTime()) {
            how.add(words.text("comply.many", locale));
        }
        return notes.book(words.text("comply.title", locale), filter, how, tables, now, locale);
    }

    /** Tables of the book. */
    static int count(ComplianceView view, BoardFilter filter) {
        return (filter.isOfStages() ? 2 : 3) + view.tables().size();
    }

    private Table whole(ComplianceView view, Locale locale) {
        ComplianceView.Moved moved = view.moved();
        List<Object> row = new ArrayList<>();
        row.add(view.period());
        row.addAll(share(view.total(), locale));
        row.addAll(Arrays.asList(
                moved.paused(), hours(moved.stood()), moved.extended(), String.join("; ", moved.extendedTime())));
        return Table.of(
                words.text("unduh.t.ringkasan", locale),
                1,
                shares("unduh.k.masa", locale)
                        .number("unduh.k.jeda")
                        .hours("unduh.k.dijeda")
                        .number("unduh.k.perpanjangan")
                        .text("unduh.k.tambahan")
                        .all(),
                List.of(row));
    }

    private Table trend(ComplianceView view, Locale locale) {
        return Table.of(
                words.text("comply.trend", locale),
                1,
                shares("comply.month", locale).all(),
                view.trend().stream()
                        .map(month -> with(month.name(), share(month.share(), locale)))
                        .toList());
    }

    private Table law(ComplianceView view, Locale locale) {
        return Table.of(
                words.text("comply.law", locale),
                1,
                shares("board.field.langkah", locale)
                        .text("unduh.k.dasar")
                        .number("unduh.k.pelanggaran", "unduh.k.dikerjakan", "unduh.k.dalam72")
                        .all(),
                view.law().stream()
                        .map(limit -> {
                            List<Object> row = with(limit.name(), share(limit.share(), locale));
                            row.add(limit.basis());
                            row.add(limit.statutory() ? limit.broken() : null);
                            row.add(limit.statutory() ? null : limit.done());
                            row.add(limit.statutory() ? null : limit.within());
                            return row;
                        })
                        .toList());
    }

    private Table one(ComplianceView.Table table, BoardFilter filter, Locale locale) {
        String by = filter.isOfStages() && table.by().equals("langkah") ? "seluruh" : table.by();
        return Table.of(
                words.text("comply.by." + by, locale),
                2,
                new Columns(words, locale)
                        .text("board.field." + table.by(), "unduh.k.daerah")
                        .share(SHARE)
                        .number(COUNTS)
                        .text("unduh.k.catatan", "comply.col.trend")
                        .number("unduh.k.dikerjakan")
                        .hours("unduh.k.menunggu", "unduh.k.pengerjaan")
                        .number("unduh.k.kantor")
                        .hours("unduh.k.kantor.menunggu", "unduh.k.kantor.pengerjaan")
                        .number("unduh.k.bersih")
                        .hours("unduh.k.bersih.menunggu", "unduh.k.bersih.pengerjaan")
                        .all(),
                table.rows().stream().map(row -> row(row, locale)).toList());
    }

    private List<Object> row(ComplianceView.Row row, Locale locale) {
        List<Object> cells = new ArrayList<>(Arrays.asList(row.name(), row.place()));
        cells.addAll(share(row.share(), locale));
        cells.add(row.trend());
        ComplianceView.Times times = row.times();
        cells.add(times == null ? null : times.worked());
        cells.add(times == null ? null : hours(times.spans().waiting()));
        cells.add(times == null ? null : hours(times.spans().working()));
        for (boolean office : List.of(true, false)) {
            ComplianceView.OwnTimes own = times == null
                    ? null
                    : times.own().stream()
                            .filter(one -> one.office() == office)
                            .findFirst()
                            .orElse(null);
            cells.add(own == null ? null : own.count());
            cells.add(own == null ? null : hours(own.waited()));
            cells.add(own == null ? null : hours(own.worked()));
        }
        return cells;
    }

    private Columns shares(String name, Locale locale) {
        return new Columns(words, locale).text(name).share(SHARE).number(COUNTS).add(Kind.TEXT, "unduh.k.catatan");
    }

    /** Share, in time, late, rated, and what the page marks; of nothing there is no share. */
    private List<Object> share(ComplianceView.Share share, Locale locale) {
        boolean none = share.rated() == 0;
        return Arrays.asList(
                none ? null : share.percent() / 100.0,
                share.inTime(),
                share.late(),
                share.rated(),
                share.few() && !none ? words.text("comply.few", locale) : null);
    }

    private static List<Object> with(String name, List<Object> more) {
        List<Object> row = new ArrayList<>(List.of(name));
        row.addAll(more);
        return row;
    }

    private static double hours(Duration time) {
        return ListRow.rounded(time.toMillis() / MS_OF_AN_HOUR);
    }
}
