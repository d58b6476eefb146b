package id.tuntas.board;

import id.tuntas.shared.District;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * Days, the first and the last included, in the zone of each clock's own district. A clock lies in the period in which it is
 * due, as in every list: so it lies in one month only, whenever it was done, and also while it is not.
 */
public record Period(LocalDate from, LocalDate until) {

    /** As many months as a trend has. */
    public static final int MONTHS = 12;

    /**
     * The period of the filter. What it leaves open is chosen so that the period ends with this month, or a year after it
     * began, and has twelve months.
     */
    public static Period of(BoardFilter filter, Instant now) {
        ZoneId zone =
                filter.districts().stream().map(District::zone).findFirst().orElse(ZoneOffset.UTC);
        YearMonth thisMonth = YearMonth.from(now.atZone(zone));
        LocalDate until = filter.until().orElseGet(() -> filter.from()
                .map(from -> from.plusYears(1).minusDays(1))
                .filter(year -> year.isBefore(thisMonth.atEndOfMonth()))
                .orElse(thisMonth.atEndOfMonth()));
        LocalDate from = filter.from()
                .orElseGet(() -> YearMonth.from(until).minusMonths(MONTHS - 1L).atDay(1));
        // a first day beyond this month
        return new Period(from, until.isBefore(from) ? YearMonth.from(from).atEndOfMonth() : until);
    }

    /** The filter, narrowed to these days. */
    public BoardFilter in(BoardFilter filter) {
        return filter.with(Field.FROM, from.toString()).with(Field.UNTIL, until.toString());
    }

    /** Its last twelve months, oldest first; the first and the last one may be cut. */
    public List<Month> months() {
        YearMonth last = YearMonth.from(until);
        return Stream.iterate(last.minusMonths(MONTHS - 1L), month -> month.plusMonths(1))
                .limit(MONTHS)
                .filter(month -> !month.atEndOfMonth().isBefore(from))
                .map(month ->
                        new Month(month, new Period(later(from, month.atDay(1)), earlier(until, month.atEndOfMonth()))))
                .toList();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** A month and the days of it that lie in the period. */
    public record Month(YearMonth name, Period days) {}
}
