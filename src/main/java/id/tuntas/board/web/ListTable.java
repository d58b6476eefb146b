package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.ClockLine;
import id.tuntas.board.ClockList;
import id.tuntas.board.ClockList.ClockAct;
import id.tuntas.board.Pauses;
import id.tuntas.board.Pauses.Pause;
import id.tuntas.board.Sort;
import id.tuntas.board.StepNames;
import id.tuntas.board.WholeList;
import id.tuntas.export.Column;
import id.tuntas.export.Kind;
import id.tuntas.export.Table;
import id.tuntas.shared.District;
import id.tuntas.sla.OwnTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** A list of clocks as a table of a file: every row, in the words of the page. */
@Component
class ListTable {

    private final WholeList whole;
    private final ClockList list;
    private final Pauses pauses;
    private final OwnTime ownTime;
    private final StepNames steps;
    private final LineViews views;
    private final DownloadNotes notes;
    private final BoardWords words;

    ListTable(
            WholeList whole,
            ClockList list,
            Pauses pauses,
            OwnTime ownTime,
            StepNames steps,
            LineViews views,
            DownloadNotes notes,
            BoardWords words) {
        this.whole = whole;
        this.list = list;
        this.pauses = pauses;
        this.ownTime = ownTime;
        this.steps = steps;
        this.views = views;
        this.notes = notes;
        this.words = words;
    }

    /** @param count of the same moment and view of the database in which the rows will be read */
    Table of(BoardFilter filter, Sort sort, long count, Instant now, Locale locale) {
        return new Table(
                words.text("board.nav.list", locale),
                2,
                columns(filter, locale),
                count,
                reader -> read(filter, sort, now, locale, reader));
    }

    private List<Column> columns(BoardFilter filter, Locale locale) {
        String zone = notes.zone(filter, locale);
        return Stream.of(ListColumn.values())
                .map(column -> {
                    String heading = words.text("unduh.k." + column.name().toLowerCase(Locale.ROOT), locale);
                    return new Column(
                            column.kind() == Kind.MOMENT ? heading + " (" + zone + ")" : heading,
                            column.kind(),
                            column.width());
                })
                .toList();
    }

    private void read(BoardFilter filter, Sort sort, Instant now, Locale locale, Consumer<List<?>> reader) {
        Map<String, District> districts =
                filter.districts().stream().collect(Collectors.toMap(District::id, Function.identity()));
        Map<List<String>, String> agencies = new HashMap<>();
        OwnTime.Reading time = ownTime.reading();
        whole.each(filter, sort, now, some -> {
            List<String> ids = some.stream().map(ClockLine::id).toList();
            Map<String, ClockAct> acts = list.lastActs(ids);
            Map<String, List<Pause>> stood = pauses.of(ids, now);
            for (ClockLine line : some) {
                District district = districts.get(line.districtId());
                reader.accept(new ListRow(line, district, time, now)
                        .cells(new ListRow.Words(
                                line.stage() ? words.stage(line.stepId(), locale) : steps.of(line.stepId()),
                                line.stageId() == null ? null : words.stage(line.stageId(), locale),
                                agencies.computeIfAbsent(
                                        List.of(line.districtId(), String.valueOf(line.agencyId())),
                                        one -> words.agency(line.districtId(), line.agencyId(), locale)),
                                line.ownerGroup() == null ? null : words.group(line.ownerGroup()),
                                views.rung(line, acts.get(line.id()), locale),
                                line.risk() == null ? null : words.text("risk." + line.risk(), locale),
                                key -> words.text(key, locale),
                                stood.getOrDefault(line.id(), List.of()).stream()
                                        .map(Pause::length)
                                        .reduce(Duration.ZERO, Duration::plus))));
            }
        });
    }
}
