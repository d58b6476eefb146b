package id.tuntas.calendar;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Office hours as a table: {@code hari,mulai,selesai}, one line for each stretch; a day without a line is closed. */
final class OfficeHoursCsv {

    private static final List<String> COLUMNS = List.of("hari", "mulai", "selesai");
    private static final List<String> DAYS = List.of("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu");

    private final Faults faults = new Faults();
    private final HolidayRules rules = new HolidayRules(faults);
    private final Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);

    private OfficeHoursCsv() {}

    /**
     * The hours of each day in their order.
     *
     * @throws InvalidCalendarFile with every fault of the file; a week without working time is one
     */
    static Map<DayOfWeek, List<Hours>> read(byte[] file) {
        OfficeHoursCsv csv = new OfficeHoursCsv();
        new CsvRows(COLUMNS, 3, csv.faults).read(file).forEach(csv::add);
        csv.faults.throwIfAny();
        csv.week.values().forEach(Collections::sort);
        return csv.week;
    }

    private void add(CsvRows.Row row) {
        int day = DAYS.indexOf(row.cell("hari").toLowerCase(Locale.ROOT).replace("'", ""));
        if (day < 0) {
            faults.add(
                    row.line(),
                    "hari %s tidak dikenal. Tulis senin, selasa, rabu, kamis, jumat, sabtu, atau minggu.",
                    row.cell("hari"));
        }
        Optional<Hours> hours = rules.hours(row.line(), row.cell("mulai"), row.cell("selesai"));
        if (day >= 0 && hours.isPresent()) {
            List<Hours> stretches = week.computeIfAbsent(DayOfWeek.of(day + 1), name -> new ArrayList<>());
            for (Hours other : stretches) {
                if (other.overlaps(hours.get())) {
                    faults.add(
                            row.line(),
                            "jam " + hours.get() + " bertumpang tindih dengan " + other
                                    + " pada hari yang sama. Perbaiki salah satu.");
                }
            }
            stretches.add(hours.get());
        }
    }
}
