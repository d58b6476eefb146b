package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.BoardState;
import id.tuntas.board.Compliance;
import id.tuntas.board.Compliance.Cell;
import id.tuntas.board.Compliance.Share;
import id.tuntas.board.Field;
import id.tuntas.board.Figures;
import id.tuntas.board.StepNames;
import id.tuntas.sop.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Limits that nobody in the district has set: those a clock knows as fixed by law, those the SOP locks, and the 72 hours of
 * medicine, which the SOP names as the basis of a shorter one.
 */
@Component
class LegalLimits {

    private static final String HOURS = "72";

    /** In the author's words, where the limit itself is not locked. */
    private static final Pattern MEDICAL = Pattern.compile("\\b" + HOURS + " jam\\b");

    private final Compliance compliance;
    private final Figures figures;
    private final StepNames names;

    LegalLimits(Compliance compliance, Figures figures, StepNames names) {
        this.compliance = compliance;
        this.figures = figures;
        this.names = names;
    }

    List<ComplianceView.Limit> of(BoardFilter filter, Instant now) {
        BoardFilter law = filter.with(Field.LAW, "ya");
        Map<String, List<Cell>> locked = compliance.cells(law, now).stream()
                .collect(Collectors.groupingBy(cell -> cell.place().stepId()));
        Map<String, Long> broken = compliance.broken(law, now);
        Set<String> ids = new LinkedHashSet<>(broken.keySet());
        List<ComplianceView.Limit> limits = new ArrayList<>();
        if (!filter.isOfStages()) {
            names.all().stream().filter(step -> fits(filter, step)).forEach(step -> {
                if (step.terkunci() || step.terkunciTppo()) {
                    ids.add(step.key());
                } else if (MEDICAL.matcher(step.dasarHukum()).find()) {
                    limits.add(medical(filter.with(Field.STEP, step.key()), step, now));
                }
            });
        }
        ids.addAll(locked.keySet());
        ids.forEach(
                id -> limits.add(statutory(law.with(Field.STEP, id), id, locked.getOrDefault(id, List.of()), broken)));
        limits.sort(Comparator.comparing(
                        (ComplianceView.Limit limit) -> limit.share().rated() == 0)
                .thenComparing(limit ->
                        !limit.basis().contains(HOURS) && !limit.basis().contains("3x24"))
                .thenComparing(ComplianceView.Limit::name));
        return limits;
    }

    private ComplianceView.Limit statutory(BoardFilter filter, String id, List<Cell> cells, Map<String, Long> broken) {
        return new ComplianceView.Limit(
                id,
                names.of(id),
                names.step(id).map(LegalLimits::basis).orElse(""),
                true,
                Shares.of(filter, Share.sum(cells)),
                broken.getOrDefault(id, 0L),
                filter.in(BoardState.LAW_BROKEN).to(ListPage.PATH),
                0,
                null,
                0,
                null);
    }

    private ComplianceView.Limit medical(BoardFilter filter, Step step, Instant now) {
        BoardFilter done = filter.in(BoardState.DONE);
        BoardFilter within = done.with(Field.WITHIN, HOURS);
        return new ComplianceView.Limit(
                step.key(),
                step.name(),
                step.dasarHukum(),
                false,
                Shares.of(filter, Share.sum(compliance.cells(filter, now))),
                0,
                null,
                figures.count(done, now),
                done.to(ListPage.PATH),
                figures.count(within, now),
                within.to(ListPage.PATH));
    }

    /** Of the limit that is locked: a step may have one for victims of trafficking only. */
    private static String basis(Step step) {
        return step.terkunci() || step.dasarHukumTppo().isEmpty() ? step.dasarHukum() : step.dasarHukumTppo();
    }

    private static boolean fits(BoardFilter filter, Step step) {
        return filter.value(Field.STEP).map(step.key()::equals).orElse(true)
                && filter.value(Field.STAGE)
                        .map(stage -> stage.equals(step.stage() == null ? Field.NONE : step.stage()))
                        .orElse(true);
    }
}
