package id.tuntas.board.web;

import id.tuntas.board.CaseHistory;
import id.tuntas.board.CaseHistory.Entry;
import id.tuntas.board.ClockLine;
import id.tuntas.board.web.CaseView.Part;
import id.tuntas.board.web.CaseView.Step;
import id.tuntas.casefile.CaseRecord;
import id.tuntas.shared.District;
import id.tuntas.shared.Districts;
import id.tuntas.shared.Risk;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts one case together for its page. */
@Component
class CaseViews {

    /** Of the SOP, in their order; they may overlap. */
    private static final List<String> STAGES =
            List.of("LAPORAN", "PEMERIKSAAN", "PENDAMPINGAN", "PEMULIHAN", "REINTEGRASI");

    private static final String REFERRAL = "rujukan";
    private static final String OUTSIDE = "-";

    private final CaseHistory history;
    private final LineViews lines;
    private final LedgerWords ledger;
    private final BoardWords words;
    private final Districts districts;
    private final MessageSource messages;

    CaseViews(
            CaseHistory history,
            LineViews lines,
            LedgerWords ledger,
            BoardWords words,
            Districts districts,
            MessageSource messages) {
        this.history = history;
        this.lines = lines;
        this.ledger = ledger;
        this.words = words;
        this.districts = districts;
        this.messages = messages;
    }

    CaseView of(CaseRecord file, Instant now, Locale locale) {
        District district = districts.districts().stream()
                .filter(one -> one.id().equals(file.districtId()))
                .findFirst()
                .orElseThrow();
        ZoneId zone = district.zone();
        List<ClockLine> clocks = history.clocks(file);
        List<ClockLine> stages = clocks.stream().filter(ClockLine::stage).toList();
        List<ClockLine> steps = clocks.stream().filter(line -> !line.stage()).toList();
        List<Step> views = steps(steps, now, zone, locale);
        return new CaseView(
                file.number().value(),
                district.name(),
                risk(clocks),
                words.when(file.openedAt(), zone, locale),
                file.closedAt() == null ? null : words.when(file.closedAt(), zone, locale),
                closing(file, locale),
                file.legalBreachAt() == null ? null : words.when(file.legalBreachAt(), zone, locale),
                stages.stream()
                        .filter(ClockLine::isOpen)
                        .map(line -> words.stage(line.stepId(), locale))
                        .distinct()
                        .toList(),
                STAGES.stream()
                        .map(stage -> stage(stage, stages, steps, now, locale))
                        .toList(),
                views.stream().filter(step -> step.line().open()).toList(),
                referrals(steps, now, zone, locale),
                parts(steps, views, locale));
    }

    /** What the clock started last knows. */
    private static Risk risk(List<ClockLine> clocks) {
        return clocks.stream()
                .map(ClockLine::risk)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private String closing(CaseRecord file, Locale locale) {
        return file.closingReason() == null
                ? null
                : messages.getMessage("case.closing." + file.closingReason(), null, file.closingReason(), locale);
    }

    private List<Step> steps(List<ClockLine> steps, Instant now, ZoneId zone, Locale locale) {
        Map<String, List<Entry>> rows = history.ledger(steps);
        List<LineView> shown = lines.of(steps, now, locale);
        List<Step> views = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            ClockLine line = steps.get(i);
            views.add(new Step(
                    shown.get(i),
                    words.when(line.startedAt(), zone, locale),
                    line.claimedAt() == null ? null : words.when(line.claimedAt(), zone, locale),
                    line.isOpen() ? null : words.when(line.doneAt(), zone, locale),
                    ledger.of(rows.getOrDefault(line.id(), List.of()), zone, locale)));
        }
        return views;
    }

    private CaseView.Stage stage(
            String stage, List<ClockLine> stages, List<ClockLine> steps, Instant now, Locale locale) {
        List<ClockLine> runs =
                stages.stream().filter(line -> stage.equals(line.stepId())).toList();
        List<ClockLine> open = steps.stream()
                .filter(line -> line.isOpen() && stage.equals(line.stageId()))
                .toList();
        return new CaseView.Stage(
                words.stage(stage, locale),
                state(runs),
                open.size(),
                open.stream().anyMatch(line -> line.isLateAt(now)));
    }

    private static String state(List<ClockLine> runs) {
        if (runs.isEmpty()) {
            return "belum";
        }
        if (runs.stream().anyMatch(ClockLine::isOpen)) {
            return "berjalan";
        }
        return runs.stream().anyMatch(run -> "SELESAI".equals(run.outcome())) ? "selesai" : "batal";
    }

    /** A referral is one step at a time: where that step stands, the referral stands. */
    private List<CaseView.Referral> referrals(List<ClockLine> steps, Instant now, ZoneId zone, Locale locale) {
        return steps.stream()
                .filter(line -> line.isOpen() && REFERRAL.equals(line.processKey()))
                .map(line -> new CaseView.Referral(
                        line.service(),
                        words.agency(line.districtId(), line.agencyId(), locale),
                        messages.getMessage("case.referral." + line.stepId(), null, line.stepId(), locale),
                        words.when(line.startedAt(), zone, locale),
                        line.isLateAt(now)))
                .toList();
    }

    /** In the order of the stages; what stands in none comes last. */
    private List<Part> parts(List<ClockLine> steps, List<Step> views, Locale locale) {
        Map<String, List<Step>> byStage = new LinkedHashMap<>();
        STAGES.forEach(stage -> byStage.put(stage, new ArrayList<>()));
        List<Step> outside = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            String stage = steps.get(i).stageId();
            (stage == null ? outside : byStage.computeIfAbsent(stage, none -> new ArrayList<>())).add(views.get(i));
        }
        byStage.put(OUTSIDE, outside);
        return byStage.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part -> new Part(
                        part.getKey().equals(OUTSIDE) ? "lain" : part.getKey().toLowerCase(Locale.ROOT),
                        part.getKey().equals(OUTSIDE)
                                ? words.text("case.outside", locale)
                                : words.stage(part.getKey(), locale),
                        part.getValue()))
                .toList();
    }
}
