package id.tuntas.calendar;

import static id.tuntas.calendar.CalendarTables.EVERY;

import id.tuntas.calendar.CalendarTables.Stored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the calendar of a district says, for people who keep it. */
@Component
public class CalendarBook {

    private final CalendarTables tables;

    CalendarBook(CalendarTables tables) {
        this.tables = tables;
    }

    /**
     * @param week hours of all agencies without their own
     * @param own whether the district has set them; else they are the product's
     * @param agencies hours of agencies that have their own, by id
     */
    public record Pages(OfficeWeek week, boolean own, Map<String, OfficeWeek> agencies, List<Year> years) {}

    /** @param settled whether all its national holidays are known */
    public record Year(int year, boolean settled, List<Entry> days) {}

    /**
     * @param national whether it holds for all districts
     * @param removable whether administrators entered it
     * @param replaced whether the district's own word for the day takes its place
     */
    public record Entry(Holiday holiday, boolean national, boolean removable, boolean replaced) {}

    /** @param districtId null for what holds for all districts */
    public Pages open(String districtId, int firstYear, int lastYear) {
        Map<String, OfficeWeek> weeks = new LinkedHashMap<>();
        for (String agency : districtId == null ? List.<String>of() : tables.agenciesWithHours(districtId)) {
            tables.week(districtId, agency).ifPresent(week -> weeks.put(agency, week));
        }
        OfficeWeek own = weeks.remove(EVERY);
        List<Entry> days = entries(districtId);
        Set<Integer> settled = tables.settledYears();
        List<Year> years = IntStream.rangeClosed(firstYear, lastYear)
                .mapToObj(year -> new Year(year, settled.contains(year), of(year, days)))
                .toList();
        return new Pages(own == null ? OfficeWeek.STANDARD : own, own != null, weeks, years);
    }

    private List<Entry> entries(String districtId) {
        List<Stored> own = districtId == null ? List.of() : tables.holidays(districtId);
        List<Entry> entries = new ArrayList<>();
        own.forEach(row -> entries.add(new Entry(row.holiday(), false, true, false)));
        for (Stored row : tables.holidays(EVERY)) {
            boolean replaced = own.stream()
                    .anyMatch(
                            other -> other.holiday().date().equals(row.holiday().date()));
            entries.add(new Entry(row.holiday(), true, !row.shipped(), replaced));
        }
        return entries;
    }

    private static List<Entry> of(int year, List<Entry> entries) {
        Stream<Entry> found =
                entries.stream().filter(entry -> entry.holiday().date().getYear() == year);
        return found.sorted(Comparator.comparing(entry -> entry.holiday().date()))
                .toList();
    }
}
