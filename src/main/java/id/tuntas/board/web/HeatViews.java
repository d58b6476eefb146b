package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.BoardState;
import id.tuntas.board.By;
import id.tuntas.board.Compliance;
import id.tuntas.board.Compliance.Cell;
import id.tuntas.board.Compliance.Share;
import id.tuntas.board.Field;
import id.tuntas.board.Heat;
import id.tuntas.board.Heat.Pace;
import id.tuntas.board.Heat.Running;
import id.tuntas.board.Period;
import id.tuntas.board.Place;
import id.tuntas.engine.DeployedSop;
import id.tuntas.sop.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts the heat-map together: stages and steps of the SOP in its own order, each with its figures and their lists. */
@Component
class HeatViews {

    static final String PATH = "/pantau/peta";

    /** Few clocks say nothing in per cent. */
    private static final String UNKNOWN = "kosong";

    /** Up to so many per cent late, for the levels 0, 1 and 2; level 3 is above. */
    private static final List<Integer> LEVELS = List.of(0, 10, 30);

    private final DeployedSop sop;
    private final Heat heat;
    private final Compliance compliance;
    private final BoardWords words;
    private final String caseProcess;

    HeatViews(
            DeployedSop sop,
            Heat heat,
            Compliance compliance,
            BoardWords words,
            @Value("${tuntas.case-process:penanganan-korban}") String caseProcess) {
        this.sop = sop;
        this.heat = heat;
        this.compliance = compliance;
        this.words = words;
        this.caseProcess = caseProcess;
    }

    /** @param asked without a period, open and late are all there are, and the rest is of twelve months */
    HeatView of(BoardFilter asked, Instant now, Locale locale) {
        Period period = Period.of(asked, now);
        Found found = found(asked, period.in(asked), now);
        Map<String, List<Step>> steps = new LinkedHashMap<>();
        sop.steps().stream()
                .filter(step -> caseProcess.equals(step.process()))
                .filter(step -> asked.value(Field.STAGE)
                        .map(stage -> stage.equals(stageOf(step)))
                        .orElse(true))
                .forEach(step -> steps.computeIfAbsent(stageOf(step), none -> new ArrayList<>())
                        .add(step));
        List<HeatView.Stage> stages = new ArrayList<>();
        steps.forEach((stage, own) -> stages.add(stage(stage, own, found, locale)));
        return new HeatView(
                words.text(
                        "heat.period",
                        locale,
                        words.value(Field.FROM, period.from().toString(), asked, locale),
                        words.value(Field.UNTIL, period.until().toString(), asked, locale)),
                stages,
                legend(stages, locale));
    }

    /** The procedure that the figures are laid over; empty if it is not deployed. */
    Optional<byte[]> picture() {
        return sop.picture(caseProcess);
    }

    private Found found(BoardFilter asked, BoardFilter filter, Instant now) {
        return new Found(
                asked,
                filter,
                heat.running(asked, now),
                compliance.cells(filter, now),
                Map.of(By.STEP, heat.pace(filter, By.STEP, now), By.STAGE, heat.pace(filter, By.STAGE, now)));
    }

    private HeatView.Stage stage(String id, List<Step> steps, Found found, Locale locale) {
        boolean none = id.equals(Field.NONE);
        String name = none ? words.text("board.none.tahap", locale) : words.stage(id, locale);
        return new HeatView.Stage(
                name,
                none ? null : one(By.STAGE, new Place(null, null, id, null), id, name, found, locale),
                steps.stream()
                        .map(step -> one(
                                By.STEP,
                                new Place(null, null, null, step.key()),
                                step.key(),
                                step.name(),
                                found,
                                locale))
                        .toList());
    }

    private HeatView.Heat one(By by, Place place, String id, String name, Found found, Locale locale) {
        List<Running> running = found.running.stream()
                .filter(some -> by.of(some.place()).equals(place))
                .toList();
        Share share = Share.sum(found.cells.stream()
                .filter(cell -> by.of(cell.place()).equals(place))
                .toList());
        Pace pace = found.pace.get(by).get(place);
        BoardFilter now = by.narrow(found.asked, place);
        BoardFilter then = by.narrow(found.filter, place);
        long open = running.stream().mapToLong(Running::open).sum();
        long late = running.stream().mapToLong(Running::late).sum();
        int latePercent = share.rated() == 0 ? 0 : 100 - share.percent();
        return new HeatView.Heat(
                id,
                name,
                level(share, latePercent),
                open,
                now.in(BoardState.OPEN).to(ListPage.PATH),
                late,
                now.in(BoardState.LATE).to(ListPage.PATH),
                Shares.of(then, share),
                latePercent,
                pace == null ? null : words.text("heat.pace", locale, pace.needed()),
                pace == null ? null : pace.needed(),
                pace == null ? 0 : pace.done(),
                then.in(BoardState.DONE).to(ListPage.PATH),
                words.text("heat.label", locale, name, open, late));
    }

    private static String level(Share share, int latePercent) {
        if (share.isFew()) {
            return UNKNOWN;
        }
        return String.valueOf(LEVELS.stream().filter(most -> latePercent > most).count());
    }

    private List<HeatView.Level> legend(List<HeatView.Stage> stages, Locale locale) {
        return Stream.of("0", "1", "2", "3", UNKNOWN)
                .map(level -> new HeatView.Level(
                        level,
                        words.text("heat.level." + level, locale),
                        stages.stream()
                                .flatMap(stage -> stage.steps().stream())
                                .filter(step -> step.level().equals(level))
                                .count()))
                .toList();
    }

    private static String stageOf(Step step) {
        return step.stage() == null ? Field.NONE : step.stage();
    }

    /**
     * What was found.
     *
     * @param asked the filter of the address, for what is open and late now
     * @param filter the same with the period, for the rest
     */
    private record Found(
            BoardFilter asked,
            BoardFilter filter,
            List<Running> running,
            List<Cell> cells,
            Map<By, Map<Place, Pace>> pace) {}
}
