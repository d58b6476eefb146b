package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.ClockLine;
import id.tuntas.board.Field;
import id.tuntas.board.Figures.Pile;
import id.tuntas.board.StepNames;
import id.tuntas.shared.District;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts late steps together by agency, step and person. Piles come worst first, and so do the groups made of them. */
@Component
class LateGroups {

    private static final int MOST_STUCK = 5;

    private final LineViews views;
    private final BoardWords words;
    private final StepNames names;

    LateGroups(LineViews views, BoardWords words, StepNames names) {
        this.views = views;
        this.words = words;
        this.names = names;
    }

    List<BoardView.Agency> of(BoardFilter late, List<Pile> piles, List<ClockLine> worst, Instant now, Locale locale) {
        List<LineView> shown = views.of(worst, now, locale);
        Map<List<String>, List<LineView>> lines = new LinkedHashMap<>();
        for (int i = 0; i < worst.size(); i++) {
            ClockLine line = worst.get(i);
            lines.computeIfAbsent(
                            key(line.districtId(), line.agencyId(), line.stepId(), line.assignee()),
                            none -> new ArrayList<>())
                    .add(shown.get(i));
        }
        return grouped(piles, pile -> key(pile.districtId(), pile.agencyId())).stream()
                .map(agency -> agency(late, agency, lines, locale))
                .toList();
    }

    /** Who has most late steps; of two with as many, who has had them longer. */
    List<BoardView.Holder> stuck(BoardFilter late, List<Pile> piles, Locale locale) {
        return grouped(piles, pile -> key(pile.districtId(), pile.agencyId(), pile.assignee())).stream()
                .sorted(Comparator.comparingLong(LateGroups::count).reversed().thenComparing(LateGroups::oldest))
                .limit(MOST_STUCK)
                .map(group -> holder(late, group, locale))
                .toList();
    }

    private BoardView.Agency agency(
            BoardFilter late, List<Pile> piles, Map<List<String>, List<LineView>> lines, Locale locale) {
        Pile one = piles.get(0);
        BoardFilter own = of(late, one);
        return new BoardView.Agency(
                id(one.districtId(), one.agencyId()),
                words.agency(one.districtId(), one.agencyId(), locale),
                late.districts().size() > 1 ? district(late, one.districtId()).name() : null,
                count(piles),
                emergencies(piles),
                own.to(ListPage.PATH),
                grouped(piles, pile -> key(pile.stepId())).stream()
                        .map(step -> step(own, step, lines))
                        .toList());
    }

    private BoardView.Step step(BoardFilter agency, List<Pile> piles, Map<List<String>, List<LineView>> lines) {
        Pile one = piles.get(0);
        BoardFilter own = agency.with(Field.STEP, one.stepId());
        return new BoardView.Step(
                id(one.districtId(), one.agencyId(), one.stepId()),
                names.of(one.stepId()),
                count(piles),
                emergencies(piles),
                own.to(ListPage.PATH),
                piles.stream()
                        .map(pile -> new BoardView.Person(
                                pile.assignee(),
                                pile.count(),
                                person(own, pile).to(ListPage.PATH),
                                lines.getOrDefault(
                                        key(pile.districtId(), pile.agencyId(), pile.stepId(), pile.assignee()),
                                        List.of())))
                        .toList());
    }

    private BoardView.Holder holder(BoardFilter late, List<Pile> piles, Locale locale) {
        Pile one = piles.get(0);
        return new BoardView.Holder(
                words.agency(one.districtId(), one.agencyId(), locale),
                one.assignee(),
                count(piles),
                words.when(oldest(piles), district(late, one.districtId()).zone(), locale),
                person(of(late, one), one).to(ListPage.PATH));
    }

    private static BoardFilter of(BoardFilter late, Pile pile) {
        BoardFilter there = late.districts().size() > 1 ? late.with(Field.DISTRICT, pile.districtId()) : late;
        return there.with(Field.AGENCY, pile.agencyId() == null ? Field.NONE : pile.agencyId());
    }

    private static BoardFilter person(BoardFilter filter, Pile pile) {
        return filter.with(Field.PERSON, pile.assignee() == null ? Field.NONE : pile.assignee());
    }

    private static District district(BoardFilter late, String id) {
        return late.districts().stream()
                .filter(district -> district.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Collection<List<Pile>> grouped(List<Pile> piles, Function<Pile, List<String>> by) {
        return piles.stream()
                .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()))
                .values();
    }

    private static long count(List<Pile> piles) {
        return piles.stream().mapToLong(Pile::count).sum();
    }

    private static long emergencies(List<Pile> piles) {
        return piles.stream().mapToLong(Pile::emergencies).sum();
    }

    private static Instant oldest(List<Pile> piles) {
        return piles.stream()
                .map(Pile::oldestDue)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static List<String> key(String... parts) {
        return Arrays.asList(parts);
    }

    private static String id(String... parts) {
        return "terlambat-"
                + Stream.of(parts).map(part -> part == null ? Field.NONE : part).collect(Collectors.joining("-"));
    }
}
