package id.tuntas.board.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** The periods people mostly ask for, as words of the address. */
record PeriodChoices(List<Choice> choices) {

    /** @param today in the district */
    static PeriodChoices on(LocalDate today) {
        YearMonth month = YearMonth.from(today);
        return new PeriodChoices(List.of(
                new Choice("bulan-ini", month.toString()),
                new Choice("bulan-lalu", month.minusMonths(1).toString()),
                new Choice("triwulan-ini", quarter(month)),
                new Choice("triwulan-lalu", quarter(month.minusMonths(3))),
                new Choice("tahun-ini", Integer.toString(month.getYear())),
                new Choice("tahun-lalu", Integer.toString(month.getYear() - 1))));
    }

    private static String quarter(YearMonth month) {
        return month.getYear() + "-T" + ((month.getMonthValue() - 1) / 3 + 1);
    }

    /**
     * @param key end of the message key
     * @param period value of the parameter {@code periode}
     */
    record Choice(String key, String period) {}
}
