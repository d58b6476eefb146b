package id.tuntas.calendar;

import static id.tuntas.calendar.CalendarTables.EVERY;

import id.tuntas.calendar.CalendarTables.Stored;
import id.tuntas.shared.DistrictZones;
import id.tuntas.shared.Districts;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What administrators change in calendars. Each method is one transaction, waits for any other change, and publishes
 * {@link CalendarChanged} if something really is different afterwards. A null district stands for all.
 */
@Component
public class CalendarKeeping {

    /** Where a national file's times count that name no zone. */
    private static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

    private final CalendarTables tables;
    private final Districts districts;
    private final DistrictZones zones;
    private final CalendarChanges changes;

    CalendarKeeping(CalendarTables tables, Districts districts, DistrictZones zones, CalendarChanges changes) {
        this.tables = tables;
        this.districts = districts;
        this.zones = zones;
        this.changes = changes;
    }

    /**
     * Adds the holidays of a file (CSV, or iCalendar if it begins so), replacing those of the same dates; others stay.
     *
     * @param kind of the days of an iCalendar file
     * @return how many days are new or different
     * @throws InvalidCalendarFile if anything in it is wrong; then nothing is stored
     * @throws IllegalArgumentException if there is no such district
     */
    public int importHolidays(String districtId, byte[] file, HolidayKind kind) {
        ZoneId zone = districtId == null ? CAPITAL : zones.zoneOf(districtId);
        List<Holiday> holidays = isICalendar(file) ? HolidayIcs.read(file, zone, kind) : HolidayCsv.read(file);
        return store(districtId, holidays);
    }

    /**
     * Adds or replaces one holiday, given as texts like the cells of the CSV.
     *
     * @return whether anything is different now
     * @throws InvalidCalendarFile if it is wrong
     */
    public boolean addHoliday(String districtId, String date, String name, String kind, String from, String until) {
        requireDistrict(districtId);
        Faults faults = new Faults();
        HolidayRules rules = new HolidayRules(faults);
        rules.add(0, date.strip(), name.strip(), kind, from.strip(), until.strip());
        faults.throwIfAny();
        return store(districtId, rules.holidays()) > 0;
    }

    /** Takes away a holiday; one that came with the product stays. Returns whether there was such a one. */
    public boolean removeHoliday(String districtId, LocalDate date) {
        String area = area(districtId);
        return changes.make(
                districtId,
                () -> tables.holidays(area).stream()
                                .filter(row -> row.holiday().date().equals(date))
                                .anyMatch(row -> !row.shipped())
                        && tables.delete(area, date));
    }

    /**
     * Replaces the office hours by those of a CSV file.
     *
     * @param agencyId null for the district's standard hours
     * @return whether anything is different now
     * @throws InvalidCalendarFile if anything in it is wrong; then nothing is stored
     * @throws IllegalArgumentException if there is no such district or agency
     */
    public boolean importHours(String districtId, String agencyId, byte[] file, boolean observesHolidays) {
        requireAgency(districtId, agencyId);
        OfficeWeek week = new OfficeWeek(OfficeHoursCsv.read(file), observesHolidays);
        return changes.make(districtId, () -> {
            boolean different = !tables.week(districtId, area(agencyId)).equals(Optional.of(week));
            if (different) {
                tables.replaceWeek(districtId, area(agencyId), week);
            }
            return different;
        });
    }

    /** Back to the district's hours, or for a null agency to the product's. Returns whether there were any others. */
    public boolean removeHours(String districtId, String agencyId) {
        requireAgency(districtId, agencyId);
        return changes.make(districtId, () -> tables.deleteWeek(districtId, area(agencyId)));
    }

    /** Says that the national holidays of the year have been decreed and are all here, or takes it back. */
    public boolean settle(int year, boolean settled) {
        if (year < Holiday.FIRST_YEAR || year > Holiday.LAST_YEAR) {
            throw Faults.one("Tahun %s di luar %s sampai %s.", year, Holiday.FIRST_YEAR, Holiday.LAST_YEAR);
        }
        return changes.make(null, () -> {
            boolean different = tables.settledYears().contains(year) != settled;
            if (different && settled) {
                tables.settle(year);
            } else if (different) {
                tables.unsettle(year);
            }
            return different;
        });
    }

    private int store(String districtId, List<Holiday> holidays) {
        int[] count = {0};
        changes.make(districtId, () -> {
            Map<LocalDate, Stored> before = tables.holidaysByDate(area(districtId));
            for (Holiday holiday : holidays) {
                Stored old = before.get(holiday.date());
                if (old == null || !old.holiday().equals(holiday)) {
                    tables.save(new Stored(area(districtId), holiday, false));
                    count[0]++;
                }
            }
            return count[0] > 0;
        });
        return count[0];
    }

    private void requireAgency(String districtId, String agencyId) {
        zones.zoneOf(districtId);
        if (agencyId != null
                && districts.agencies(districtId).stream()
                        .noneMatch(agency -> agency.id().equals(agencyId))) {
            throw new IllegalArgumentException("No such agency in " + districtId + ": " + agencyId);
        }
    }

    private void requireDistrict(String districtId) {
        if (districtId != null) {
            zones.zoneOf(districtId);
        }
    }

    private static String area(String id) {
        return id == null ? EVERY : id;
    }

    private static boolean isICalendar(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 64), StandardCharsets.UTF_8);
        return start.contains("BEGIN:VCALENDAR");
    }
}
