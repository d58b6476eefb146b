package id.tuntas.board.web;

import id.tuntas.board.ClockLine;
import id.tuntas.board.ClockList;
import id.tuntas.board.ClockList.ClockAct;
import id.tuntas.board.StepNames;
import id.tuntas.shared.DistrictZones;
import id.tuntas.sla.OwnTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts clocks into words, many at once: calendars, names and the last act of each are looked up once for a page. */
@Component
class LineViews {

    private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

    private final ClockList list;
    private final OwnTime ownTime;
    private final StepNames steps;
    private final BoardWords words;
    private final NextActs next;
    private final DistrictZones zones;

    LineViews(ClockList list, OwnTime ownTime, StepNames steps, BoardWords words, NextActs next, DistrictZones zones) {
        this.list = list;
        this.ownTime = ownTime;
        this.steps = steps;
        this.words = words;
        this.next = next;
        this.zones = zones;
    }

    /** In the order of the lines. */
    List<LineView> of(List<ClockLine> lines, Instant now, Locale locale) {
        var acts = list.lastActs(lines.stream().map(ClockLine::id).toList());
        var page = new Page(now, locale, ownTime.reading(), new HashMap<>(), new HashMap<>());
        return lines.stream().map(line -> of(line, acts.get(line.id()), page)).toList();
    }

    private LineView of(ClockLine line, ClockAct last, Page page) {
        Locale locale = page.locale;
        ZoneId zone = page.zones.computeIfAbsent(line.districtId(), zones::zoneOf);
        return new LineView(
                line.id(),
                line.caseNumber(),
                line.stage() ? words.stage(line.stepId(), locale) : steps.of(line.stepId()),
                line.stageId() == null ? null : words.stage(line.stageId(), locale),
                page.agencies.computeIfAbsent(
                        List.of(line.districtId(), String.valueOf(line.agencyId())),
                        office -> words.agency(line.districtId(), line.agencyId(), locale)),
                line.districtId(),
                line.assignee(),
                line.ownerGroup() == null ? "" : words.group(line.ownerGroup()),
                line.risk(),
                line.statutory(),
                line.isOpen(),
                line.isLateAt(page.now),
                time(line, zone, page),
                line.dueAt(),
                words.when(line.dueAt(), zone, locale),
                rung(line, last, locale),
                last == null ? null : act(last, zone, locale),
                line.isOpen() ? next.of(line, page.now, zone, locale) : null,
                line.stage() || !line.isOpen() ? null : TASKLIST + line.id());
    }

    private String time(ClockLine line, ZoneId zone, Page page) {
        if (line.isPausedAt(page.now) && !line.isLateAt(page.now)) {
            return words.text("board.paused", page.locale, words.when(line.runningSince(), zone, page.locale));
        }
        if (!line.isOpen() && !line.isLateAt(page.now)) {
            return words.text("BATAL".equals(line.outcome()) ? "board.cancelled" : "board.in.time", page.locale);
        }
        Instant until = line.isOpen() ? page.now : line.doneAt();
        boolean late = line.isLateAt(page.now);
        var span = late
                ? page.time.between(line.districtId(), line.agencyId(), line.measure(), line.dueAt(), until)
                : page.time.between(line.districtId(), line.agencyId(), line.measure(), until, line.dueAt());
        if (span.isNothing()) {
            return words.text(
                    (late ? "board.late." : "board.left.") + (span.working() ? "closed" : "now"), page.locale);
        }
        String key = late ? line.isOpen() ? "board.late" : "board.was.late" : "board.left";
        return words.text(key, page.locale, words.span(span, page.locale));
    }

    /** The rung told last; null if none was. */
    String rung(ClockLine line, ClockAct last, Locale locale) {
        if (line.rung() == 0) {
            return null;
        }
        String group = last != null && last.kind().equals("RUNG_TOLD")
                ? last.group()
                : steps.onRung(line.stepId(), line.rung()).orElse(null);
        return group == null
                ? words.text("board.rung", locale, line.rung())
                : words.text("board.rung.of", locale, line.rung(), words.group(group));
    }

    private String act(ClockAct last, ZoneId zone, Locale locale) {
        String group = last.group() == null ? words.text("board.nobody", locale) : words.group(last.group());
        return words.text("board.act." + last.kind(), locale, group, words.when(last.at(), zone, locale));
    }

    private record Page(
            Instant now,
            Locale locale,
            OwnTime.Reading time,
            Map<String, ZoneId> zones,
            Map<List<String>, String> agencies) {}
}
