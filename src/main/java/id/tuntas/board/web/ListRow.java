package id.tuntas.board.web;

import id.tuntas.board.ClockLine;
import id.tuntas.calendar.Measure;
import id.tuntas.shared.District;
import id.tuntas.sla.OwnTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** One clock as the cells of {@link ListColumn}. */
record ListRow(ClockLine line, District district, OwnTime.Reading time, Instant now) {

    private static final double MS_OF_AN_HOUR = 3_600_000;

    List<Object> cells(Words words) {
        boolean late = line.isLateAt(now);
        Instant until = line.isOpen() ? now : line.doneAt();
        long consumed = line.consumedUnits() + units(line.runningSince(), until);
        return Arrays.asList(
                line.caseNumber(),
                words.step,
                words.text.apply(line.stage() ? "board.kind.tahap" : "board.kind.langkah"),
                words.stage,
                words.agency,
                district.name(),
                words.risk,
                line.assignee(),
                words.group,
                words.text.apply("unduh.is." + state(late)),
                at(line.startedAt()),
                at(line.claimedAt()),
                at(line.remindedAt()),
                at(line.dueAt()),
                at(line.breachedAt()),
                at(line.doneAt()),
                words.rung,
                amount(line.totalUnits()),
                amount(consumed),
                late ? amount(units(line.dueAt(), until)) : null,
                line.isOpen() && !late ? amount(left(consumed)) : null,
                words.text.apply("unduh.unit." + line.measure()),
                rounded(words.stood.toMillis() / MS_OF_AN_HOUR),
                words.text.apply(line.statutory() ? "unduh.yes" : "unduh.no"),
                at(line.legalBreachAt()),
                line.processKey(),
                line.sopVersion(),
                district.zone().getId(),
                line.id());
    }

    private String state(boolean late) {
        if (line.isOpen()) {
            return late ? "terlambat" : line.isPausedAt(now) ? "dijeda" : "berjalan";
        }
        if ("BATAL".equals(line.outcome())) {
            return "batal";
        }
        return late ? "selesai-terlambat" : "tepat-waktu";
    }

    /** While a clock stands still, its due date is only that for the end of the pause. */
    private long left(long consumed) {
        return line.isPausedAt(now) ? Math.max(0, line.totalUnits() - consumed) : units(now, line.dueAt());
    }

    private long units(Instant from, Instant to) {
        return time.units(line.districtId(), line.agencyId(), line.measure(), from, to);
    }

    private double amount(long units) {
        return rounded(units / (line.measure() == Measure.WORKING_DAYS ? (double) Measure.WORKING_DAY : MS_OF_AN_HOUR));
    }

    /** To a hundredth; half a minute of an hour. */
    static double rounded(double amount) {
        return Math.round(amount * 100) / 100.0;
    }

    private LocalDateTime at(Instant instant) {
        return instant == null
                ? null
                : LocalDateTime.ofInstant(instant, district.zone()).truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * What the page calls it.
     *
     * @param text the word for a key of the messages
     * @param stood how long the clock stood still
     */
    record Words(
            String step,
            String stage,
            String agency,
            String group,
            String rung,
            String risk,
            UnaryOperator<String> text,
            Duration stood) {}
}
