package id.tuntas.calendar;

import static id.tuntas.calendar.CalendarTables.EVERY;

import id.tuntas.shared.DistrictZones;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The calendars of districts and agencies. They are remembered as long as nothing changes; each transaction asks the database
 * for the version (one row by its key), so a change made by another node, or in the caller's own transaction, is seen at once.
 */
@Component
public class Calendars {

    private final CalendarTables tables;
    private final DistrictZones zones;
    private volatile Remembered remembered = new Remembered("");

    Calendars(CalendarTables tables, DistrictZones zones) {
        this.tables = tables;
        this.zones = zones;
    }

    /**
     * The calendar of the agency in the district; the district's standard one if the agency is null or has no hours of its
     * own, the product's standard hours ({@link OfficeWeek#STANDARD}) if the district has none either.
     *
     * @throws IllegalArgumentException if there is no such district (null included)
     */
    public WorkCalendar of(String districtId, String agencyId) {
        Remembered now = current(tables.token());
        Office office = new Office(districtId, agencyId);
        WorkCalendar known = now.calendars.get(office);
        if (known == null) {
            known = load(office);
            now.calendars.put(office, known);
        }
        return known;
    }

    /** The office hours behind {@link #of}. */
    OfficeWeek week(String districtId, String agencyId) {
        return tables.week(districtId, agencyId == null ? EVERY : agencyId)
                .or(() -> tables.week(districtId, EVERY))
                .orElse(OfficeWeek.STANDARD);
    }

    /** A version is a word used once: what a transaction loads that is rolled back later is never looked at again. */
    private Remembered current(String version) {
        Remembered now = remembered;
        if (!now.version.equals(version)) {
            now = new Remembered(version);
            remembered = now;
        }
        return now;
    }

    private WorkCalendar load(Office office) {
        ZoneId zone = zones.zoneOf(office.districtId());
        OfficeWeek week = week(office.districtId(), office.agencyId());
        Map<LocalDate, List<Hours>> exceptions = new HashMap<>();
        if (week.observesHolidays()) {
            // the district's own word for a day takes the place of the national one
            tables.holidays(EVERY)
                    .forEach(row ->
                            exceptions.put(row.holiday().date(), row.holiday().hours()));
            tables.holidays(office.districtId())
                    .forEach(row ->
                            exceptions.put(row.holiday().date(), row.holiday().hours()));
        }
        return new WorkCalendar(zone, week.days(), exceptions, tables.settledYears());
    }

    private record Office(String districtId, String agencyId) {}

    private record Remembered(String version, Map<Office, WorkCalendar> calendars) {

        Remembered(String version) {
            this(version, new ConcurrentHashMap<>());
        }
    }
}
