package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.export.Book;
import id.tuntas.export.Kind;
import id.tuntas.export.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The table of the heat-map as a file. */
@Component
class HeatSheets {

    private final BoardWords words;
    private final DownloadNotes notes;

    HeatSheets(BoardWords words, DownloadNotes notes) {
        this.words = words;
        this.notes = notes;
    }

    Book of(HeatView view, BoardFilter filter, Instant now, Locale locale) {
        Table table = Table.of(
                words.text("heat.nav", locale),
                2,
                new Columns(words, locale)
                        .text("board.field.tahap", "board.field.langkah", "unduh.k.tingkat")
                        .number("heat.col.open", "heat.col.late")
                        .share("heat.col.share")
                        .number("unduh.k.terlambat.masa", "comply.col.rated")
                        .text("unduh.k.catatan")
                        .add(Kind.DECIMAL, "heat.col.pace")
                        .number("unduh.k.dikerjakan")
                        .all(),
                rows(view, locale));
        List<String> how = new ArrayList<>(List.of(view.period()));
        Stream.of("now", "share", "pace", "stage")
                .map(line -> words.text("heat.how." + line, locale))
                .forEach(how::add);
        return notes.one(words.text("heat.title", locale), filter, how, table, now, locale);
    }

    /** Rows of the table. */
    static long count(HeatView view) {
        return view.stages().stream()
                .mapToLong(stage -> stage.steps().size() + (stage.whole() == null ? 0 : 1))
                .sum();
    }

    private List<List<Object>> rows(HeatView view, Locale locale) {
        List<List<Object>> rows = new ArrayList<>();
        for (HeatView.Stage stage : view.stages()) {
            if (stage.whole() != null) {
                rows.add(row(stage.name(), words.text("unduh.whole.stage", locale), stage.whole(), locale));
            }
            stage.steps().forEach(step -> rows.add(row(stage.name(), step.name(), step, locale)));
        }
        return rows;
    }

    private List<Object> row(String stage, String step, HeatView.Heat heat, Locale locale) {
        boolean none = heat.share().rated() == 0;
        return Arrays.asList(
                stage,
                step,
                words.text("heat.level." + heat.level(), locale),
                heat.open(),
                heat.late(),
                none ? null : heat.latePercent() / 100.0,
                heat.share().late(),
                heat.share().rated(),
                heat.share().few() && !none ? words.text("comply.few", locale) : null,
                heat.needed() == null ? null : ListRow.rounded(heat.needed()),
                heat.done());
    }
}
