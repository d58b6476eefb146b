package id.tuntas.board.indicator;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days a figure is about, in the district's zone.
 *
 * @param from first day
 * @param until last day, itself included
 */
public record Period(LocalDate from, LocalDate until) {

    /** Five years: what a plan of a region spans, and more than any report asks for. */
    private static final int LONGEST_YEARS = 5;

    /** A year, {@code 2026-T3} for a quarter, {@code 2026-07} for a month. */
    private static final Pattern NAMED = Pattern.compile("(20\\d\\d)(?:-(?:[TQ]([1-4])|(0[1-9]|1[0-2])))?");

    private static final Pattern DAY = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d");

    /**
     * Reads what somebody typed or linked; blank means that he did not.
     *
     * @param named a period with a name; then the two days do not count
     * @param today in the district; without any period it is the year of today
     * @throws QuestionRefused with the field that is wrong
     */
    public static Period of(String named, String from, String until, LocalDate today) {
        if (!text(named).isEmpty()) {
            return named(text(named));
        }
        if (text(from).isEmpty() && text(until).isEmpty()) {
            return of(Year.from(today));
        }
        LocalDate first = text(from).isEmpty() ? null : day("dari", text(from));
        LocalDate last = text(until).isEmpty() ? today : day("sampai", text(until));
        return days(first == null ? last.withDayOfYear(1) : first, last);
    }

    public static Period of(YearMonth month) {
        return new Period(month.atDay(1), month.atEndOfMonth());
    }

    /** The quarter a month lies in. */
    public static Period quarterOf(YearMonth month) {
        YearMonth first = month.withMonth((month.getMonthValue() - 1) / 3 * 3 + 1);
        return new Period(first.atDay(1), first.plusMonths(2).atEndOfMonth());
    }

    public static Period of(Year year) {
        return new Period(year.atDay(1), year.atMonth(12).atEndOfMonth());
    }

    public Instant start(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The first moment after it. */
    public Instant end(ZoneId zone) {
        return until.plusDays(1).atStartOfDay(zone).toInstant();
    }

    private static Period named(String named) {
        Matcher parts = NAMED.matcher(named);
        if (!parts.matches()) {
            throw new QuestionRefused("periode", "periode");
        }
        Year year = Year.parse(parts.group(1));
        if (parts.group(2) != null) {
            return quarterOf(year.atMonth(Integer.parseInt(parts.group(2)) * 3));
        }
        return parts.group(3) == null ? of(year) : of(year.atMonth(Integer.parseInt(parts.group(3))));
    }

    private static Period days(LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            throw new QuestionRefused("sampai", "terbalik");
        }
        if (!until.isBefore(from.plusYears(LONGEST_YEARS))) {
            throw new QuestionRefused("dari", "panjang");
        }
        return new Period(from, until);
    }

    private static LocalDate day(String field, String typed) {
        try {
            if (DAY.matcher(typed).matches()) {
                return LocalDate.parse(typed);
            }
        } catch (DateTimeException e) {
            // 31 February: refused below, like everything else that is no day
        }
        throw new QuestionRefused(field, field);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
