package id.tuntas.calendar.web;

import id.tuntas.calendar.CalendarBook;
import id.tuntas.calendar.OfficeWeek;
import id.tuntas.shared.Districts;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Office hours as the page shows them.
 *
 * @param agencyId null for all agencies without their own
 * @param own whether somebody set them and they can be taken back
 * @param openOnHolidays whether holidays do not close it
 */
record WeekTable(String agencyId, String agencyName, boolean own, boolean openOnHolidays, List<Day> days) {

    /** @param hours empty on a closed day */
    record Day(String name, String hours) {}

    /** The district's own first. */
    static List<WeekTable> of(CalendarBook.Pages pages, List<Districts.Agency> agencies, Locale locale) {
        List<WeekTable> tables = new ArrayList<>();
        tables.add(of(null, null, pages.own(), pages.week(), locale));
        pages.agencies().forEach((id, week) -> tables.add(of(id, name(id, agencies), true, week, locale)));
        return tables;
    }

    private static WeekTable of(String id, String name, boolean own, OfficeWeek week, Locale locale) {
        List<Day> days = Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(
                        day.getDisplayName(TextStyle.FULL, locale),
                        week.on(day).stream()
                                .map(hours -> hours.toString().replace('-', '–'))
                                .collect(Collectors.joining(", "))))
                .toList();
        return new WeekTable(id, name, own, !week.observesHolidays(), days);
    }

    private static String name(String id, List<Districts.Agency> agencies) {
        return agencies.stream()
                .filter(agency -> agency.id().equals(id))
                .map(Districts.Agency::name)
                .findFirst()
                .orElse(id);
    }
}
