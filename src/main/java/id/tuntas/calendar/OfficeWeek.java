package id.tuntas.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The office hours of a district or of one of its agencies.
 *
 * @param days hours of each day in their order; a closed day has none or is missing
 * @param observesHolidays whether holidays close it; not so a desk that is open every day, such as a hospital's
 */
public record OfficeWeek(Map<DayOfWeek, List<Hours>> days, boolean observesHolidays) {

    /**
     * What holds where a district has set nothing: five days, 37.5 hours a week (Peraturan Presiden 21/2023). The decree
     * fixes the sum only; beginning, end and break are the product's default.
     */
    public static final OfficeWeek STANDARD = standard();

    public OfficeWeek {
        days = Map.copyOf(days);
    }

    public List<Hours> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    private static OfficeWeek standard() {
        Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        for (int day = 1; day <= 4; day++) {
            days.put(DayOfWeek.of(day), List.of(hours("07:30", "12:00"), hours("13:00", "16:00")));
        }
        days.put(DayOfWeek.FRIDAY, List.of(hours("07:30", "11:30"), hours("13:00", "16:30")));
        return new OfficeWeek(days, true);
    }

    private static Hours hours(String from, String until) {
        return new Hours(LocalTime.parse(from), LocalTime.parse(until));
    }
}
