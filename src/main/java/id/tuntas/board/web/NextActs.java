package id.tuntas.board.web;

import id.tuntas.board.ClockLine;
import id.tuntas.board.StepNames;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What a clock that runs will do next by itself, if nobody does anything. */
@Component
class NextActs {

    private final StepNames steps;
    private final BoardWords words;

    NextActs(StepNames steps, BoardWords words) {
        this.steps = steps;
        this.words = words;
    }

    String of(ClockLine line, Instant now, ZoneId zone, Locale locale) {
        if (line.isLateAt(now)) {
            return ofLate(line, zone, locale);
        }
        if (line.isPausedAt(now)) {
            return words.text("board.next.runs", locale, words.when(line.runningSince(), zone, locale));
        }
        if (line.remindedAt() == null && line.remindAt().isBefore(line.dueAt())) {
            return words.text("board.next.reminder", locale, words.when(line.remindAt(), zone, locale));
        }
        return words.text("board.next.due", locale, told(line, 1, locale), words.when(line.dueAt(), zone, locale));
    }

    private String ofLate(ClockLine line, ZoneId zone, Locale locale) {
        if (line.rung() == 0) {
            return words.text("board.next.soon", locale, told(line, 1, locale));
        }
        return line.nextRungAt() == null
                ? words.text("board.next.none", locale)
                : words.text(
                        "board.next.rung",
                        locale,
                        told(line, line.rung() + 1, locale),
                        words.when(line.nextRungAt(), zone, locale));
    }

    private String told(ClockLine line, int rung, Locale locale) {
        return steps.onRung(line.stepId(), rung).map(words::group).orElseGet(() -> words.text("board.above", locale));
    }
}
