package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.BoardState;
import id.tuntas.board.By;
import id.tuntas.board.Compliance.Cell;
import id.tuntas.board.Compliance.Month;
import id.tuntas.board.Compliance.Share;
import id.tuntas.board.Compliance.Spans;
import id.tuntas.board.Field;
import id.tuntas.board.OwnSpans;
import id.tuntas.board.OwnSpans.Own;
import id.tuntas.board.Place;
import id.tuntas.board.StepNames;
import id.tuntas.board.web.ComplianceView.OwnTimes;
import id.tuntas.board.web.ComplianceView.Row;
import id.tuntas.board.web.ComplianceView.Table;
import id.tuntas.board.web.ComplianceView.Times;
import id.tuntas.shared.District;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** One table of compliance: a row for each step, stage, agency or district; what is late most often comes first. */
@Component
class ComplianceTables {

    private final BoardWords words;
    private final StepNames steps;

    ComplianceTables(BoardWords words, StepNames steps) {
        this.words = words;
        this.steps = steps;
    }

    Table of(By by, Found found, Locale locale) {
        Map<Place, List<Cell>> rated = grouped(by, found.cells);
        Map<Place, List<Own>> own = found.own.stream().collect(Collectors.groupingBy(one -> by.of(one.place())));
        List<Map<Place, List<Cell>>> months =
                found.months.stream().map(month -> grouped(by, month.cells())).toList();
        Set<Place> places = new HashSet<>(rated.keySet());
        places.addAll(found.spans.keySet());
        return new Table(
                word(by),
                places.stream()
                        .map(place -> row(
                                by,
                                place,
                                found,
                                Share.sum(rated.getOrDefault(place, List.of())),
                                months.stream()
                                        .map(month -> Share.sum(month.getOrDefault(place, List.of())))
                                        .toList(),
                                own.getOrDefault(place, List.of()),
                                locale))
                        .sorted(Comparator.comparingLong(
                                        (Row row) -> row.share().late())
                                .reversed()
                                .thenComparing(Row::name)
                                .thenComparing(Row::id))
                        .toList());
    }

    private Row row(By by, Place place, Found found, Share share, List<Share> months, List<Own> own, Locale locale) {
        BoardFilter filter = by.narrow(found.filter, place);
        return new Row(
                word(by) + "-"
                        + Stream.of(place.districtId(), place.agencyId(), place.stageId(), place.stepId())
                                .map(part -> part == null ? "" : part)
                                .collect(Collectors.joining("-")),
                name(by, place, found.filter, locale),
                by == By.AGENCY && found.filter.districts().size() > 1 ? district(place, found.filter) : null,
                Shares.of(filter, share),
                Shares.bars(months),
                inWords(found.months, months, locale),
                times(filter, found.spans.get(place), own, locale),
                by.narrow(found.asked, place).to(ComplianceViews.PATH));
    }

    private Times times(BoardFilter filter, Spans spans, List<Own> own, Locale locale) {
        if (spans == null) {
            return null;
        }
        BoardFilter worked = filter.in(BoardState.WORKED);
        List<OwnTimes> times = new ArrayList<>();
        own(worked, "kerja", own.stream().filter(Own::office).toList(), locale, times);
        List<Own> everyHour = own.stream().filter(one -> !one.office()).toList();
        // day and night is the time of the calendar, but for pauses
        if (everyHour.stream().anyMatch(Own::paused)) {
            own(worked, "terus", everyHour, locale, times);
        }
        return new Times(
                spans.worked(),
                worked.to(ListPage.PATH),
                words.duration(spans.waiting(), false, locale),
                words.duration(spans.working(), false, locale),
                spans,
                times);
    }

    private void own(BoardFilter worked, String time, List<Own> own, Locale locale, List<OwnTimes> times) {
        if (!own.isEmpty()) {
            boolean office = time.equals("kerja");
            Duration waiting = OwnSpans.median(own.stream().map(Own::waiting).toList());
            Duration working = OwnSpans.median(own.stream().map(Own::working).toList());
            times.add(new OwnTimes(
                    own.size(),
                    worked.with(Field.OWN_TIME, time).to(ListPage.PATH),
                    inWords(waiting, office, locale),
                    inWords(working, office, locale),
                    office,
                    waiting,
                    working));
        }
    }

    private String inWords(Duration median, boolean office, Locale locale) {
        String time = words.duration(median, office, locale);
        return office ? time : words.text("comply.unpaused", locale, time);
    }

    private String name(By by, Place place, BoardFilter filter, Locale locale) {
        return switch (by) {
            case STEP -> filter.isOfStages() ? words.stage(place.stepId(), locale) : steps.of(place.stepId());
            case STAGE ->
                place.stageId() == null ? words.text("board.none.tahap", locale) : words.stage(place.stageId(), locale);
            case AGENCY -> words.agency(place.districtId(), place.agencyId(), locale);
            case DISTRICT -> district(place, filter);
        };
    }

    private static String district(Place place, BoardFilter filter) {
        return filter.districts().stream()
                .filter(district -> district.id().equals(place.districtId()))
                .map(District::name)
                .findFirst()
                .orElse(place.districtId());
    }

    private String inWords(List<Month> months, List<Share> shares, Locale locale) {
        return IntStream.range(0, months.size())
                .filter(i -> shares.get(i).rated() > 0)
                .mapToObj(i -> words.text(
                        shares.get(i).isFew() ? "comply.bar.few" : "comply.bar",
                        locale,
                        ComplianceViews.name(months.get(i).name(), locale),
                        shares.get(i).percent(),
                        shares.get(i).rated()))
                .collect(Collectors.joining("; "));
    }

    private static Map<Place, List<Cell>> grouped(By by, List<Cell> cells) {
        return cells.stream().collect(Collectors.groupingBy(cell -> by.of(cell.place())));
    }

    static String word(By by) {
        return switch (by) {
            case STEP -> Field.STEP.word();
            case STAGE -> Field.STAGE.word();
            case AGENCY -> Field.AGENCY.word();
            case DISTRICT -> Field.DISTRICT.word();
        };
    }

    /**
     * What was found under a filter.
     *
     * @param asked the filter of the address, to which rows lead back
     * @param filter the same with its period
     */
    record Found(
            BoardFilter asked,
            BoardFilter filter,
            List<Cell> cells,
            List<Month> months,
            Map<Place, Spans> spans,
            List<Own> own) {}
}
