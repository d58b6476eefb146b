package id.tuntas.board.web;

import id.tuntas.access.Roles;
import id.tuntas.board.BoardFilter;
import id.tuntas.board.BoardState;
import id.tuntas.board.By;
import id.tuntas.board.ClockList;
import id.tuntas.board.Compliance;
import id.tuntas.board.Field;
import id.tuntas.board.Figures;
import id.tuntas.board.OwnSpans;
import id.tuntas.board.Reader;
import id.tuntas.board.Scorecard;
import id.tuntas.board.Sort;
import id.tuntas.board.indicator.Indicators;
import id.tuntas.board.indicator.Period;
import id.tuntas.board.report.ClosedCases;
import id.tuntas.board.web.ReportView.Row;
import id.tuntas.board.web.ReportView.Score;
import id.tuntas.board.web.ReportView.Table;
import id.tuntas.partner.MouRegister;
import id.tuntas.shared.District;
import id.tuntas.shared.ServiceKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts the monthly report together from what the pages are made of. */
@Component
class ReportViews {

    /** A report is handed over in Indonesian, whatever language its maker reads the board in. */
    static final Locale LANGUAGE = Locale.forLanguageTag("id");

    /** Rows of late steps; of more, the report says how many. */
    static final int LATE_ROWS = 40;

    /** The three zones of Indonesia have names that Java does not know in Indonesian. */
    private static final Map<String, String> ZONES = Map.of("+07:00", "WIB", "+08:00", "WITA", "+09:00", "WIT");

    /** Who does this is the office the report is of. */
    private static final ServiceKey TAKES_REPORTS = new ServiceKey("penerimaan-laporan");

    private final ComplianceViews compliance;
    private final ComplianceTables tables;
    private final Compliance shares;
    private final OwnSpans ownSpans;
    private final Figures figures;
    private final ClockList list;
    private final LineViews lines;
    private final Scorecard scorecard;
    private final Indicators indicators;
    private final ClosedCases closed;
    private final MouRegister register;
    private final BoardWords words;

    ReportViews(
            ComplianceViews compliance,
            ComplianceTables tables,
            Compliance shares,
            OwnSpans ownSpans,
            Figures figures,
            ClockList list,
            LineViews lines,
            Scorecard scorecard,
            Indicators indicators,
            ClosedCases closed,
            MouRegister register,
            BoardWords words) {
        this.compliance = compliance;
        this.tables = tables;
        this.shares = shares;
        this.ownSpans = ownSpans;
        this.figures = figures;
        this.list = list;
        this.lines = lines;
        this.scorecard = scorecard;
        this.indicators = indicators;
        this.closed = closed;
        this.register = register;
        this.words = words;
    }

    /**
     * @param district one of the reader's
     * @param now the moment the figures speak of
     * @throws id.tuntas.board.indicator.QuestionRefused if the cases of the month are too many to be counted at once
     */
    ReportView of(Reader reader, District district, YearMonth month, Instant now) {
        BoardFilter filter = in(reader, district, month);
        LocalDate today = LocalDate.ofInstant(now, district.zone());
        ComplianceView comply = compliance.of(filter, now, LANGUAGE);
        ComplianceView before = compliance.of(in(reader, district, month.minusMonths(1)), now, LANGUAGE);
        ClockList.Beginning late =
                list.begin(filter.without(Field.FROM).in(BoardState.LATE), Sort.WORST, LATE_ROWS, now);
        List<Scorecard.Line> lines = scorecard.lines(filter, now);
        var counted = indicators.of(district, Period.of(month));
        return new ReportView(
                district.name(),
                office(district, today),
                name(month),
                name(month.minusMonths(1)),
                !today.isAfter(month.atEndOfMonth()),
                words.when(now, district.zone(), LANGUAGE),
                zone(district, now),
                role(reader),
                new ReportView.Key(
                        counted.opened(),
                        closed.in(district, Period.of(month)),
                        figures.count(filter.in(BoardState.DONE), now),
                        times(filter, now)),
                comply,
                before.total(),
                Stream.of(By.STAGE, By.AGENCY)
                        .map(ComplianceTables::word)
                        .map(by -> new Table(by, rows(table(comply, by), table(before, by))))
                        .toList(),
                this.lines.of(late.lines(), now, LANGUAGE),
                late.count(),
                scores(district, lines, Objects::nonNull),
                scores(district, lines, Objects::isNull),
                scorecard.uncovered(district, today).stream()
                        .map(service -> service.mouClass() + " · " + service.name())
                        .toList(),
                counted);
    }

    static BoardFilter in(Reader reader, District district, YearMonth month) {
        return BoardFilter.of(reader)
                .with(Field.DISTRICT, district.id())
                .with(Field.FROM, month.atDay(1).toString())
                .with(Field.UNTIL, month.atEndOfMonth().toString());
    }

    static String name(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("MMMM yyyy", LANGUAGE));
    }

    private ComplianceView.Times times(BoardFilter filter, Instant now) {
        var found = new ComplianceTables.Found(
                filter,
                filter,
                shares.cells(filter, now),
                List.of(),
                shares.spans(filter, By.DISTRICT, now),
                ownSpans.of(filter, now).orElse(List.of()));
        return tables.of(By.DISTRICT, found, LANGUAGE).rows().stream()
                .map(ComplianceView.Row::times)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static List<ComplianceView.Row> table(ComplianceView view, String by) {
        return view.tables().stream()
                .filter(table -> table.by().equals(by))
                .flatMap(table -> table.rows().stream())
                .toList();
    }

    private static List<Row> rows(List<ComplianceView.Row> now, List<ComplianceView.Row> before) {
        Map<String, ComplianceView.Share> known = before.stream()
                .filter(row -> row.share().rated() > 0)
                .collect(Collectors.toMap(ComplianceView.Row::id, ComplianceView.Row::share));
        return now.stream()
                .map(row -> new Row(row, known.get(row.id()), change(row.share(), known.get(row.id()))))
                .toList();
    }

    /** Null if one of them is of fewer than five clocks. */
    static Integer change(ComplianceView.Share now, ComplianceView.Share before) {
        return now.few() || before == null || before.few() ? null : now.percent() - before.percent();
    }

    private List<Score> scores(District district, List<Scorecard.Line> lines, Predicate<String> agency) {
        return lines.stream()
                .filter(line -> agency.test(line.agencyId()))
                .map(line -> new Score(
                        words.agency(district.id(), line.agencyId(), LANGUAGE),
                        line.service().mouClass(),
                        line.service().name(),
                        List.of(
                                line.asked(),
                                line.taken(),
                                line.inTime(),
                                line.late(),
                                line.referred(),
                                line.accepted(),
                                line.declined(),
                                line.silent())))
                .toList();
    }

    private String office(District district, LocalDate today) {
        return register.agencyFor(district.id(), TAKES_REPORTS, today)
                .map(agency -> words.agency(district.id(), agency, LANGUAGE))
                .orElse("UPTD PPA " + district.name());
    }

    private static String zone(District district, Instant now) {
        String hours = district.zone().getRules().getOffset(now).getId();
        return ZONES.getOrDefault(hours, district.zone().getId()) + " (UTC" + hours + ")";
    }

    /** The highest one he has of those that may ask. */
    private static String role(Reader reader) {
        return Roles.whoSeeTheBoard().stream()
                .filter(reader.groups()::contains)
                .reduce((lower, higher) -> higher)
                .map(Roles::title)
                .orElse("");
    }
}
