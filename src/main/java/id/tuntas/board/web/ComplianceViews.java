package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.BoardState;
import id.tuntas.board.By;
import id.tuntas.board.Compliance;
import id.tuntas.board.Compliance.Cell;
import id.tuntas.board.Compliance.Share;
import id.tuntas.board.Field;
import id.tuntas.board.Figures;
import id.tuntas.board.OwnSpans;
import id.tuntas.board.OwnSpans.Own;
import id.tuntas.board.Pauses;
import id.tuntas.board.Period;
import id.tuntas.calendar.Measure;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts compliance together: the whole, its months, and the same by stage, step, agency and district. */
@Component
class ComplianceViews {

    static final String PATH = "/pantau/kepatuhan";

    private final Compliance compliance;
    private final OwnSpans ownSpans;
    private final Pauses pauses;
    private final Figures figures;
    private final ComplianceTables tables;
    private final LegalLimits limits;
    private final BoardWords words;

    ComplianceViews(
            Compliance compliance,
            OwnSpans ownSpans,
            Pauses pauses,
            Figures figures,
            ComplianceTables tables,
            LegalLimits limits,
            BoardWords words) {
        this.compliance = compliance;
        this.ownSpans = ownSpans;
        this.pauses = pauses;
        this.figures = figures;
        this.tables = tables;
        this.limits = limits;
        this.words = words;
    }

    /** @param asked the filter of the address, with or without a period */
    ComplianceView of(BoardFilter asked, Instant now, Locale locale) {
        Period period = Period.of(asked, now);
        BoardFilter filter = period.in(asked);
        List<Cell> cells = compliance.cells(filter, now);
        List<Compliance.Month> months = compliance.months(filter, period, now);
        Optional<List<Own>> own = ownSpans.of(filter, now);
        return new ComplianceView(
                words.text(
                        "comply.period",
                        locale,
                        words.value(Field.FROM, period.from().toString(), filter, locale),
                        words.value(Field.UNTIL, period.until().toString(), filter, locale)),
                Shares.of(filter, Share.sum(cells)),
                trend(filter, period, months, locale),
                dimensions(filter)
                        .map(by -> tables.of(
                                by,
                                new ComplianceTables.Found(
                                        asked,
                                        filter,
                                        cells,
                                        months,
                                        compliance.spans(filter, by, now),
                                        own.orElse(List.of())),
                                locale))
                        .toList(),
                limits.of(filter, now),
                moved(filter, now, locale),
                own.isPresent());
    }

    private static Stream<By> dimensions(BoardFilter filter) {
        return Stream.of(By.values())
                .filter(by -> by != By.DISTRICT || filter.districts().size() > 1)
                .filter(by -> by != By.STAGE || !filter.isOfStages());
    }

    private static List<ComplianceView.Month> trend(
            BoardFilter filter, Period period, List<Compliance.Month> months, Locale locale) {
        List<ComplianceView.Month> trend = new ArrayList<>();
        List<ComplianceView.Bar> bars = Shares.bars(
                months.stream().map(month -> Share.sum(month.cells())).toList());
        for (int i = 0; i < months.size(); i++) {
            Share share = Share.sum(months.get(i).cells());
            BoardFilter month = period.months().get(i).days().in(filter);
            trend.add(
                    new ComplianceView.Month(name(months.get(i).name(), locale), Shares.of(month, share), bars.get(i)));
        }
        return trend;
    }

    static String name(YearMonth month, Locale locale) {
        return month.format(DateTimeFormatter.ofPattern("MMM yyyy", locale));
    }

    private ComplianceView.Moved moved(BoardFilter filter, Instant now, Locale locale) {
        BoardFilter rated = filter.in(BoardState.RATED);
        BoardFilter paused = rated.with(Field.MOVED, "jeda");
        BoardFilter extended = rated.with(Field.MOVED, "perpanjangan");
        Duration stood = pauses.of(rated, now).values().stream()
                .flatMap(List::stream)
                .map(Pauses.Pause::length)
                .reduce(Duration.ZERO, Duration::plus);
        return new ComplianceView.Moved(
                figures.count(paused, now),
                paused.to(ListPage.PATH),
                words.duration(stood, false, locale),
                stood,
                figures.count(extended, now),
                extended.to(ListPage.PATH),
                given(pauses.extended(rated, now), locale));
    }

    private List<String> given(Map<String, Long> units, Locale locale) {
        List<String> given = new ArrayList<>();
        units.forEach((measure, amount) -> given.add(
                measure.equals(Measure.WORKING_DAYS.name())
                        ? words.text("comply.days", locale, amount / Measure.WORKING_DAY)
                        : words.duration(
                                Duration.ofMillis(amount), measure.equals(Measure.WORKING_HOURS.name()), locale)));
        return given;
    }
}
