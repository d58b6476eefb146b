package id.tuntas.calendar;

import java.util.List;

/** Holidays as a table: {@code tanggal,nama,jenis} and, for half days, {@code mulai,selesai}. */
final class HolidayCsv {

    private static final List<String> COLUMNS = List.of("tanggal", "nama", "jenis", "mulai", "selesai");

    private HolidayCsv() {}

    /** @throws InvalidCalendarFile with every fault of the file */
    static List<Holiday> read(byte[] file) {
        Faults faults = new Faults();
        HolidayRules rules = new HolidayRules(faults);
        for (CsvRows.Row row : new CsvRows(COLUMNS, 3, faults).read(file)) {
            rules.add(
                    row.line(),
                    row.cell("tanggal"),
                    row.cell("nama"),
                    row.cell("jenis"),
                    row.cell("mulai"),
                    row.cell("selesai"));
        }
        faults.throwIfAny();
        return rules.holidays();
    }
}
