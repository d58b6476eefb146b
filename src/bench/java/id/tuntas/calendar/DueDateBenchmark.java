package id.tuntas.calendar;

import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.core.io.ClassPathResource;

/**
 * Due dates a second on one core: ten working days, or the same in office hours, from any minute of two years with all the
 * shipped holidays. Wanted: at least 200,000 a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DueDateBenchmark {

    private static final long TEN_DAYS_IN_HOURS = 75 * 3_600_000L;
    private static final long TWO_YEARS = 2 * 365 * 86_400_000L;
    private static final long STEP = 37 * 60_000L;

    @Param({"WORKING_DAYS", "WORKING_HOURS"})
    public Measure measure;

    private final long start = LocalDate.of(2026, 1, 1)
            .atStartOfDay(ZoneId.of("Asia/Makassar"))
            .toInstant()
            .toEpochMilli();

    private WorkCalendar calendar;
    private long units;
    private long moment;

    @Setup
    public void open() throws IOException {
        byte[] file = new ClassPathResource("calendar/libur-nasional.csv").getContentAsByteArray();
        Map<LocalDate, List<Hours>> holidays =
                HolidayCsv.read(file).stream().collect(toMap(Holiday::date, Holiday::hours));
        calendar =
                new WorkCalendar(ZoneId.of("Asia/Makassar"), OfficeWeek.STANDARD.days(), holidays, Set.of(2026, 2027));
        units = measure == Measure.WORKING_DAYS ? 10 * Measure.WORKING_DAY : TEN_DAYS_IN_HOURS;
    }

    @Benchmark
    public Instant tenWorkingDays() {
        moment = (moment + STEP) % TWO_YEARS;
        return calendar.advance(Instant.ofEpochMilli(start + moment), units, measure);
    }
}
