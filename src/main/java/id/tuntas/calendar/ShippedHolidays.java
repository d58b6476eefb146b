package id.tuntas.calendar;

import static id.tuntas.calendar.CalendarTables.EVERY;

import id.tuntas.calendar.CalendarTables.Stored;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Brings the national holidays and joint leave that come with the product into the tables at every start, before any case
 * can begin. Its years are settled: the file holds whole years of the joint decree of three ministers (SKB 3 Menteri).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 90)
class ShippedHolidays implements ApplicationRunner {

    private final CalendarTables tables;
    private final CalendarChanges changes;
    private final CalendarKeeping keeping;
    private final Resource file;

    ShippedHolidays(
            CalendarTables tables,
            CalendarChanges changes,
            CalendarKeeping keeping,
            @Value("classpath:calendar/libur-nasional.csv") Resource file) {
        this.tables = tables;
        this.changes = changes;
        this.keeping = keeping;
        this.file = file;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<Holiday> holidays = HolidayCsv.read(file.getContentAsByteArray());
        ship(holidays);
        Set<Integer> years =
                holidays.stream().map(holiday -> holiday.date().getYear()).collect(Collectors.toSet());
        years.forEach(year -> keeping.settle(year, true));
    }

    /** Replaces what came with the product before, and leaves what administrators entered. */
    boolean ship(List<Holiday> holidays) {
        return changes.make(null, () -> {
            Map<LocalDate, Stored> before = tables.holidaysByDate(EVERY);
            boolean different = false;
            for (Stored old : before.values()) {
                if (old.shipped() && !holidays.contains(old.holiday())) {
                    tables.delete(EVERY, old.holiday().date());
                    different = true;
                }
            }
            for (Holiday holiday : holidays) {
                Stored old = before.get(holiday.date());
                if (old == null || (old.shipped() && !old.holiday().equals(holiday))) {
                    tables.save(new Stored(EVERY, holiday, true));
                    different = true;
                }
            }
            return different;
        });
    }
}
