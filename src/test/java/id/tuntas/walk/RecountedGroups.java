package id.tuntas.walk;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.BoardState;
import id.tuntas.board.By;
import id.tuntas.board.Compliance;
import id.tuntas.board.Field;
import id.tuntas.board.Figures;
import id.tuntas.board.Heat;
import id.tuntas.board.Pauses;
import id.tuntas.board.Period;
import id.tuntas.board.Place;
import id.tuntas.board.Scorecard;
import id.tuntas.partner.MouRegister;
import id.tuntas.shared.District;
import id.tuntas.walk.Recount.Counted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Figures that come many at once: the groups of the board, of compliance, of the heat-map and of the scorecard. */
final class RecountedGroups {

    private final Queries board;
    private final List<Counted> all;
    private final Instant now;
    private final List<String> wrong = new ArrayList<>();
    private int compared;

    RecountedGroups(Queries board, List<Counted> all, Instant now) {
        this.board = board;
        this.all = all;
        this.now = now;
    }

    /** What does not agree, in words. */
    List<String> wrong() {
        return wrong;
    }

    /** How many figures were looked at. */
    int compared() {
        return compared;
    }

    void compare(BoardFilter filter) {
        BoardFilter late = filter.in(BoardState.LATE);
        equal(
                "piles",
                counted(late, one -> key(one.district, one.agency, one.step, one.person)),
                board.figures.piles(late, now).stream()
                        .collect(Collectors.toMap(
                                pile -> key(pile.districtId(), pile.agencyId(), pile.stepId(), pile.assignee()),
                                Figures.Pile::count)));
        equal(
                "emergencies",
                counted(late.with(Field.RISK, "DARURAT"), one -> key(one.district, one.step)),
                board.figures.piles(late, now).stream()
                        .filter(pile -> pile.emergencies() > 0)
                        .collect(Collectors.groupingBy(
                                pile -> key(pile.districtId(), pile.stepId()),
                                Collectors.summingLong(Figures.Pile::emergencies))));
        var running = board.heat.running(filter, now);
        equal(
                "open",
                counted(filter.in(BoardState.OPEN), one -> key(one.stage, one.step)),
                running.stream()
                        .collect(Collectors.toMap(
                                one -> key(one.place().stageId(), one.place().stepId()), Heat.Running::open)));
        equal(
                "late",
                counted(late, one -> key(one.stage, one.step)),
                running.stream()
                        .filter(one -> one.late() > 0)
                        .collect(Collectors.toMap(
                                one -> key(one.place().stageId(), one.place().stepId()), Heat.Running::late)));
        for (BoardFilter kind : List.of(filter, filter.with(Field.KIND, "tahap"))) {
            Period period = Period.of(kind, now);
            cells("compliance", kind, board.compliance.cells(kind, now));
            board.compliance.months(kind, period, now).forEach(month -> period.months().stream()
                    .filter(days -> days.name().equals(month.name()))
                    .forEach(days ->
                            cells("compliance of " + month.name(), days.days().in(kind), month.cells())));
            for (By by : By.values()) {
                Function<Counted, List<String>> place = one -> switch (by) {
                    case STEP -> key(one.step);
                    case STAGE -> key(one.stage);
                    case AGENCY -> key(one.district, one.agency);
                    case DISTRICT -> key(one.district);
                };
                equal(
                        "worked by " + by,
                        counted(kind.in(BoardState.WORKED), place),
                        places(by, board.compliance.spans(kind, by, now), Compliance.Spans::worked));
                equal(
                        "done by " + by,
                        counted(kind.in(BoardState.DONE), place),
                        places(by, board.heat.pace(kind, by, now), Heat.Pace::done));
            }
            equal(
                    "broken",
                    counted(kind.in(BoardState.LAW_BROKEN), one -> key(one.step)),
                    board.compliance.broken(kind, now).entrySet().stream()
                            .collect(Collectors.toMap(one -> key(one.getKey()), Map.Entry::getValue)));
        }
        BoardFilter done = filter.in(BoardState.ALL);
        equal(
                "paused",
                counted(done.with(Field.MOVED, "jeda"), one -> key(one.id)),
                board.pauses.of(done, now).keySet().stream().collect(Collectors.toMap(id -> key(id), id -> 1L)));
        for (District district : filter.districts()) {
            scores(done.with(Field.DISTRICT, district.id()));
        }
    }

    private void cells(String what, BoardFilter filter, List<Compliance.Cell> cells) {
        Function<Counted, List<String>> place = one -> key(one.district, one.agency, one.stage, one.step);
        Function<Compliance.Cell, List<String>> there = cell -> key(
                cell.place().districtId(),
                cell.place().agencyId(),
                cell.place().stageId(),
                cell.place().stepId());
        equal(
                what + ", rated",
                counted(filter.in(BoardState.RATED), place),
                cells.stream()
                        .collect(Collectors.toMap(there, cell -> cell.share().rated())));
        equal(
                what + ", in time",
                counted(filter.in(BoardState.IN_TIME), place),
                cells.stream()
                        .filter(cell -> cell.share().inTime() > 0)
                        .collect(Collectors.toMap(there, cell -> cell.share().inTime())));
        equal(
                what + ", late",
                counted(filter.in(BoardState.BREACHED), place),
                cells.stream()
                        .filter(cell -> cell.share().late() > 0)
                        .collect(Collectors.toMap(there, cell -> cell.share().late())));
    }

    private void scores(BoardFilter filter) {
        List<Scorecard.Line> lines = board.scorecard.lines(filter, now);
        Set<String> ofAgreements = board.register.services().stream()
                .filter(service -> service.mouClass() != null)
                .map(service -> service.key().value())
                .collect(Collectors.toSet());
        Map<String, Function<Scorecard.Line, Long>> figures = Map.of(
                "diminta", Scorecard.Line::asked,
                "diambil", Scorecard.Line::taken,
                "tepat-waktu", Scorecard.Line::inTime,
                "terlambat", Scorecard.Line::late,
                "dirujuk", Scorecard.Line::referred,
                "diterima", Scorecard.Line::accepted,
                "ditolak", Scorecard.Line::declined,
                "tidak-dijawab", Scorecard.Line::silent);
        figures.forEach((name, figure) -> {
            BoardFilter its =
                    switch (name) {
                        case "diminta" -> filter;
                        case "tepat-waktu" -> filter.in(BoardState.IN_TIME);
                        case "terlambat" -> filter.in(BoardState.BREACHED);
                        default -> filter.with(Field.ANSWER, name);
                    };
            equal(
                    "scorecard, " + name,
                    counted(its, one -> key(one.agency, one.service), one -> ofAgreements.contains(one.service)),
                    lines.stream()
                            .filter(line -> figure.apply(line) > 0)
                            .collect(Collectors.toMap(
                                    line -> key(
                                            line.agencyId(),
                                            line.service().key().value()),
                                    figure)));
        });
    }

    private static <T> Map<List<String>, Long> places(By by, Map<Place, T> found, Function<T, Long> figure) {
        Map<List<String>, Long> places = new HashMap<>();
        found.forEach((place, one) -> places.put(
                switch (by) {
                    case STEP -> key(place.stepId());
                    case STAGE -> key(place.stageId());
                    case AGENCY -> key(place.districtId(), place.agencyId());
                    case DISTRICT -> key(place.districtId());
                },
                figure.apply(one)));
        return places;
    }

    private Map<List<String>, Long> counted(BoardFilter filter, Function<Counted, List<String>> by) {
        return counted(filter, by, one -> true);
    }

    private Map<List<String>, Long> counted(
            BoardFilter filter, Function<Counted, List<String>> by, Predicate<Counted> only) {
        return all.stream()
                .filter(CountedBy.filter(filter, now))
                .filter(only)
                .collect(Collectors.groupingBy(by, Collectors.counting()));
    }

    private void equal(String what, Map<List<String>, Long> recounted, Map<List<String>, Long> shown) {
        compared += shown.size();
        if (!recounted.equals(shown)) {
            Map<List<String>, Long> only = new HashMap<>(recounted);
            only.entrySet().removeAll(shown.entrySet());
            Map<List<String>, Long> other = new HashMap<>(shown);
            other.entrySet().removeAll(recounted.entrySet());
            wrong.add(what + ": recounted " + only + ", shown " + other);
        }
    }

    private static List<String> key(String... parts) {
        return Collections.unmodifiableList(Arrays.asList(parts));
    }

    /** The questions the pages ask. */
    record Queries(
            Figures figures,
            Heat heat,
            Compliance compliance,
            Pauses pauses,
            Scorecard scorecard,
            MouRegister register) {}
}
