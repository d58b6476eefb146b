package id.tuntas.sop;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A budget as an author writes it, days and hours kept apart: the same durations as the clocks understand.
 *
 * @param daysOnly whether the part before {@code T} counts in days, not in weeks, months or years
 */
record BudgetText(Period days, Duration hours, boolean daysOnly) {

    private static final Pattern ISO = Pattern.compile("(P(?:[0-9]{1,4}[YMWD])*)(T(?:[0-9]{1,5}[HMS])+)?");
    private static final int LONGEST_DAYS = 3_720;
    private static final int SHORTEST_MONTH_DAYS = 28;
    private static final int LONGEST_MONTH_DAYS = 31;
    private static final int FULL_DAY_HOURS = 24;
    /** The hours a working day has at least, as far as the rules are concerned: a half day before a holiday. */
    static final int SHORTEST_WORKING_DAY_HOURS = 4;

    /** @return empty if the text is no duration, zero, negative, or longer than any case may last */
    static Optional<BudgetText> parse(String text) {
        Matcher iso = ISO.matcher(text);
        if (!iso.matches()) {
            return Optional.empty();
        }
        try {
            Period days = iso.group(1).equals("P") ? Period.ZERO : Period.parse(iso.group(1));
            Duration hours = iso.group(2) == null ? Duration.ZERO : Duration.parse("P" + iso.group(2));
            boolean daysOnly = iso.group(1).chars().noneMatch(unit -> "YMW".indexOf(unit) >= 0);
            return Optional.of(new BudgetText(days, hours, daysOnly)).filter(BudgetText::isUsable);
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private boolean isUsable() {
        return !(days.isZero() && hours.isZero())
                && inHours(LONGEST_MONTH_DAYS, FULL_DAY_HOURS).toDays() <= LONGEST_DAYS;
    }

    /** Working time is counted in working days or in working hours; both, or a month of them, mean nothing. */
    boolean fitsWorkingTime() {
        return daysOnly && (days.isZero() || hours.isZero());
    }

    /**
     * Whether this is shorter than the other, whatever the lengths of months and working days.
     *
     * @param workingTime whether both count in working time
     */
    boolean isShorterThan(BudgetText other, boolean workingTime) {
        boolean sameUnit = days.isZero() == other.days.isZero() && hours.isZero() == other.hours.isZero();
        int shortestDay = workingTime && !sameUnit ? SHORTEST_WORKING_DAY_HOURS : FULL_DAY_HOURS;
        return inHours(LONGEST_MONTH_DAYS, FULL_DAY_HOURS).compareTo(other.inHours(SHORTEST_MONTH_DAYS, shortestDay))
                < 0;
    }

    private Duration inHours(int daysAMonth, int hoursADay) {
        long count = days.toTotalMonths() * daysAMonth + days.getDays();
        return hours.plusHours(count * hoursADay);
    }
}
