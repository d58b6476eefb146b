package id.tuntas.calendar;

import java.io.IOException;
import java.util.List;
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

    private final CalendarKeeping keeping;
    private final Resource file;

    ShippedHolidays(CalendarKeeping keeping, @Value("classpath:calendar/libur-nasional.csv") Resource file) {
        this.keeping = keeping;
        this.file = file;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        List<Holiday> holidays = HolidayCsv.read(file.getContentAsByteArray());
        keeping.ship(holidays);
        Set<Integer> years =
                holidays.stream().map(holiday -> holiday.date().getYear()).collect(Collectors.toSet());
        years.forEach(year -> keeping.settle(year, true));
    }
}
