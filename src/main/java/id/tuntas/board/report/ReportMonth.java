package id.tuntas.board.report;

import id.tuntas.board.BadFilter;
import id.tuntas.board.BadFilter.Reason;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The month a report is about, as it stands in the address: {@code bulan=2026-10}. */
public final class ReportMonth {

    /** Name of the parameter. */
    public static final String WORD = "bulan";

    private static final int CHOICES = 12;
    private static final Pattern MONTH = Pattern.compile("20\\d\\d-(0[1-9]|1[0-2])");

    private ReportMonth() {}

    /**
     * @param typed null or blank = the last month that is over
     * @param today in the district
     * @throws BadFilter if it is no month, or one that has not begun
     */
    public static YearMonth of(String typed, LocalDate today) {
        YearMonth now = YearMonth.from(today);
        if (typed == null || typed.isBlank()) {
            return now.minusMonths(1);
        }
        if (!MONTH.matcher(typed.strip()).matches()) {
            throw new BadFilter(WORD, Reason.NOT_A_MONTH, typed);
        }
        YearMonth month = YearMonth.parse(typed.strip());
        if (month.isAfter(now)) {
            throw new BadFilter(WORD, Reason.NOT_BEGUN, typed);
        }
        return month;
    }

    /** Months people mostly ask for, the newest first. @param today in the district */
    public static List<YearMonth> choices(LocalDate today) {
        return Stream.iterate(YearMonth.from(today), month -> month.minusMonths(1))
                .limit(CHOICES)
                .toList();
    }
}
