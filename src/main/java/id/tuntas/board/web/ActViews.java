package id.tuntas.board.web;

import id.tuntas.board.ActJudge;
import id.tuntas.board.ActResults;
import id.tuntas.board.ClockLine;
import id.tuntas.board.ManagersAct;
import id.tuntas.board.StepNames;
import id.tuntas.engine.SupervisedSteps.Request;
import id.tuntas.notify.Reminders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts acts into words. */
@Component
class ActViews {

    private final LineViews lines;
    private final StepNames steps;
    private final BoardWords words;
    private final MessageSource messages;
    private final Reminders reminders;

    ActViews(LineViews lines, StepNames steps, BoardWords words, MessageSource messages, Reminders reminders) {
        this.reminders = reminders;
        this.lines = lines;
        this.steps = steps;
        this.words = words;
        this.messages = messages;
    }

    ActView.Preview preview(ManagersAct act, List<ActJudge.Row> rows, Instant now, Locale locale) {
        Map<List<String>, Integer> reach = new HashMap<>();
        List<ClockLine> known =
                rows.stream().map(ActJudge.Row::line).filter(Objects::nonNull).toList();
        Map<String, LineView> shown =
                lines.of(known, now, locale).stream().collect(Collectors.toMap(LineView::id, Function.identity()));
        List<ActView.Row> allowed = new ArrayList<>();
        List<ActView.Row> refused = new ArrayList<>();
        for (ActJudge.Row row : rows) {
            String refusal = row.refusal() == null
                    ? null
                    : words.text("act.refused." + row.refusal().code(), locale);
            String note = refusal == null && act == ManagersAct.REMIND
                    ? words.text("act.reach", locale, reach(row.line(), reach))
                    : request(row.request(), locale);
            (refusal == null ? allowed : refused).add(new ActView.Row(row.id(), shown.get(row.id()), refusal, note));
        }
        return new ActView.Preview(allowed, refused);
    }

    List<ActView.Result> results(List<ActResults.Result> results, Locale locale) {
        return results.stream()
                .map(result -> new ActView.Result(
                        result.caseNumber(),
                        result.stepId() == null ? null : steps.of(result.stepId()),
                        result.isDone()
                                ? words.text("act.done." + result.act(), locale)
                                : words.text("act.refused." + result.outcome(), locale),
                        result.isDone()))
                .toList();
    }

    /** @param known answers given before in the same preview: many steps, few holders */
    private int reach(ClockLine line, Map<List<String>, Integer> known) {
        return known.computeIfAbsent(
                Arrays.asList(line.assignee(), line.ownerGroup(), line.districtId()),
                step -> reminders.reach(line.assignee(), line.ownerGroup(), line.districtId()));
    }

    private String request(Request request, Locale locale) {
        return request == null
                ? null
                : words.text(
                        "act.request",
                        locale,
                        request.stepId() == null ? "" : steps.of(request.stepId()),
                        said("act.length.", request.length(), locale),
                        said("case.reason.", request.reason(), locale));
    }

    private String said(String prefix, String code, Locale locale) {
        return code == null ? "" : messages.getMessage(prefix + code, null, code, locale);
    }
}
