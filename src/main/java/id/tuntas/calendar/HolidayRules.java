package id.tuntas.calendar;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes holidays of texts and says what is wrong with them; the same rules for files and for the form. */
class HolidayRules {

    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3])[:.][0-5]\\d|24[:.]00");

    private final Faults faults;
    private final Map<LocalDate, Integer> lines = new HashMap<>();
    private final List<Holiday> holidays = new ArrayList<>();

    HolidayRules(Faults faults) {
        this.faults = faults;
    }

    List<Holiday> holidays() {
        return holidays;
    }

    void add(int line, String date, String name, String kind, String from, String until) {
        Optional<LocalDate> day = date(line, date);
        Optional<HolidayKind> known = HolidayKind.of(kind);
        if (known.isEmpty()) {
            faults.add(
                    line,
                    "jenis %s tidak dikenal. Pakai libur-nasional, cuti-bersama, libur-daerah, atau setengah-hari.",
                    kind);
        }
        boolean halfDay = known.filter(HolidayKind.HALF_DAY::equals).isPresent();
        Optional<Hours> open = halfDay ? hours(line, from, until) : Optional.empty();
        if (known.isPresent() && !halfDay && !(from + until).isEmpty()) {
            faults.add(line, "jam mulai dan selesai hanya untuk setengah-hari. Kosongkan, atau ubah jenisnya.");
        }
        if (day.isPresent() && known.isPresent()) {
            add(line, new Holiday(day.get(), name, known.get(), open.orElse(null)));
        }
    }

    void add(int line, Holiday holiday) {
        String name = holiday.name();
        if (name.isBlank() || name.length() > Holiday.MAX_NAME) {
            faults.add(line, "nama hari libur harus 1 sampai %s huruf.", Holiday.MAX_NAME);
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            faults.add(line, "nama hari libur memuat tanda yang tidak terlihat. Ketik ulang namanya.");
        }
        int year = holiday.date().getYear();
        if (year < Holiday.FIRST_YEAR || year > Holiday.LAST_YEAR) {
            faults.add(
                    line,
                    "tahun %s di luar %s sampai %s. Periksa tanggalnya.",
                    year,
                    Holiday.FIRST_YEAR,
                    Holiday.LAST_YEAR);
        }
        Integer first = lines.putIfAbsent(holiday.date(), line);
        if (first != null) {
            faults.add(line, "tanggal %s sudah ada di baris %s. Hapus salah satu.", holiday.date(), first);
        }
        holidays.add(holiday);
    }

    /** Empty, and a fault, if the two are no stretch of working time. */
    Optional<Hours> hours(int line, String from, String until) {
        if (!TIME.matcher(from).matches() || !TIME.matcher(until).matches()) {
            faults.add(
                    line,
                    "jam %s sampai %s tidak terbaca. Tulis jam mulai dan selesai seperti 07:30 dan 16:00.",
                    from,
                    until);
            return Optional.empty();
        }
        LocalTime begin = time(from);
        LocalTime end = time(until);
        if (from.startsWith("24") || (!until.startsWith("24") && !end.isAfter(begin))) {
            faults.add(
                    line,
                    "jam selesai %s tidak sesudah jam mulai %s. Tukar, atau tulis 24:00 untuk tengah malam.",
                    until,
                    from);
            return Optional.empty();
        }
        return Optional.of(new Hours(begin, end));
    }

    private Optional<LocalDate> date(int line, String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            faults.add(line, "tanggal %s tidak terbaca. Tulis tahun-bulan-tanggal, misalnya 2026-12-25.", text);
            return Optional.empty();
        }
    }

    /** 24:00 becomes the midnight {@link Hours} means by it. */
    private static LocalTime time(String text) {
        String[] parts = text.split("[:.]");
        return LocalTime.of(Integer.parseInt(parts[0]) % 24, Integer.parseInt(parts[1]));
    }
}
