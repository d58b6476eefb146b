package id.tuntas.walk;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.BoardState;
import id.tuntas.board.Field;
import id.tuntas.shared.District;
import id.tuntas.walk.Recount.Counted;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;

/** The words of the board's filter, said once more over what the engine knows. */
final class CountedBy {

    private CountedBy() {}

    static Predicate<Counted> filter(BoardFilter filter, Instant now) {
        return one -> filter.districts().stream().map(District::id).anyMatch(one.district::equals)
                && one.isStage == filter.isOfStages()
                && state(one, filter, filter.state(), now)
                && fits(filter, Field.AGENCY, one.agency)
                && fits(filter, Field.PERSON, one.person)
                && fits(filter, Field.STAGE, one.stage)
                && fits(filter, Field.STEP, one.step)
                && fits(filter, Field.RISK, one.risk)
                && fits(filter, Field.SERVICE, one.service)
                && fits(filter, Field.LAW, one.byLaw ? "ya" : "tidak")
                && fits(filter, Field.OWN_TIME, one.officeHours ? "kerja" : "terus")
                && filter.value(Field.MOVED)
                        .map(how -> how.equals("jeda") ? one.everPaused : one.extended)
                        .orElse(true)
                && filter.value(Field.ANSWER).map(word -> answer(one, word)).orElse(true)
                && filter.value(Field.WITHIN)
                        .map(hours -> one.ended != null
                                && !one.ended.isAfter(one.started.plus(Duration.ofHours(Long.parseLong(hours)))))
                        .orElse(true)
                && filter.from().map(day -> !dueOn(one, filter).isBefore(day)).orElse(true)
                && filter.until().map(day -> !dueOn(one, filter).isAfter(day)).orElse(true);
    }

    static boolean isLate(Counted one, Instant now) {
        return one.ended == null && !one.due.isAfter(now);
    }

    static boolean isInTime(Counted one) {
        return one.completed && one.ended.isBefore(one.due);
    }

    /** Late now, or done late. */
    static boolean wasLate(Counted one, Instant now) {
        return isLate(one, now) || one.completed && !isInTime(one);
    }

    private static boolean state(Counted one, BoardFilter filter, BoardState state, Instant now) {
        return switch (state) {
            case OPEN -> one.ended == null;
            case LATE -> isLate(one, now);
            case TODAY ->
                one.ended == null
                        && one.due.isAfter(now)
                        && dueOn(one, filter).equals(LocalDate.ofInstant(now, zoneOf(one, filter)));
            case STUCK -> isLate(one, now) && (one.person == null || one.told > 0 && one.everybodyTold);
            case WAITING ->
                one.ended == null
                        && !one.isStage
                        && (filter.reader().userId().equals(one.person)
                                || one.person == null
                                        && filter.reader().groups().stream().anyMatch(one.offeredTo::contains));
            case PAUSED -> one.ended == null && one.pausedUntil != null && one.pausedUntil.isAfter(now);
            case DONE -> one.completed;
            case IN_TIME -> isInTime(one);
            case BREACHED -> wasLate(one, now);
            case RATED -> isInTime(one) || wasLate(one, now);
            case WORKED -> one.completed && one.claimed;
            case LAW_BROKEN -> one.lawBroken;
            case ALL -> true;
        };
    }

    private static boolean answer(Counted one, String word) {
        if (word.equals("diambil")) {
            return one.claimed;
        }
        boolean asked = one.process.equals("rujukan") && one.step.equals("jawab-rujukan");
        return asked
                && switch (word) {
                    case "diterima" -> one.completed && one.accepted;
                    case "ditolak" -> one.completed && !one.accepted;
                    case "tidak-dijawab" -> one.ended != null && !one.completed;
                    case "dirujuk" -> true;
                    default -> throw new IllegalArgumentException(word);
                };
    }

    private static boolean fits(BoardFilter filter, Field field, String value) {
        return filter.value(field)
                .map(wanted -> wanted.equals(Field.NONE) ? value == null : wanted.equals(value))
                .orElse(true);
    }

    private static LocalDate dueOn(Counted one, BoardFilter filter) {
        return LocalDate.ofInstant(one.due, zoneOf(one, filter));
    }

    private static ZoneId zoneOf(Counted one, BoardFilter filter) {
        return filter.reader().districts().stream()
                .filter(district -> district.id().equals(one.district))
                .findFirst()
                .orElseThrow()
                .zone();
    }
}
