package id.tuntas.studio;

import static java.util.stream.Collectors.toMap;

import id.tuntas.calendar.Holiday;
import id.tuntas.calendar.HolidayKind;
import id.tuntas.studio.SampleMoment.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The next moments of each kind after now, in one district. */
final class SampleMoments {

    private static final LocalTime NEARLY_CLOSED = LocalTime.of(16, 40);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final LocalTime LATE = LocalTime.of(22, 15);
    private static final int SHAWWAL = 10;

    private final ZonedDateTime now;
    private final Map<LocalDate, Holiday> holidays;

    /** @param now in the district's zone */
    SampleMoments(ZonedDateTime now, List<Holiday> holidays) {
        this.now = now;
        this.holidays = holidays.stream().collect(toMap(Holiday::date, day -> day, (one, other) -> other));
    }

    /** Five; four in a district for which no future holiday is known at all. */
    List<SampleMoment> all() {
        return Stream.of(
                        Optional.of(workingDay(Kind.FRIDAY_AFTERNOON, DayOfWeek.FRIDAY, NEARLY_CLOSED)),
                        Optional.of(nightBeforeLebaran()),
                        holiday(),
                        Optional.of(new SampleMoment(Kind.SUNDAY_EMERGENCY, next(DayOfWeek.SUNDAY, LATE))),
                        Optional.of(workingDay(Kind.ORDINARY_TUESDAY, DayOfWeek.TUESDAY, MORNING)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The first such day of the week that is no holiday. */
    private SampleMoment workingDay(Kind kind, DayOfWeek day, LocalTime time) {
        ZonedDateTime start = next(day, time);
        while (holidays.containsKey(start.toLocalDate())) {
            start = start.plusWeeks(1);
        }
        return new SampleMoment(kind, start);
    }

    private ZonedDateTime next(DayOfWeek day, LocalTime time) {
        ZonedDateTime start = now.with(TemporalAdjusters.nextOrSame(day)).with(time);
        return start.isAfter(now) ? start : start.plusWeeks(1);
    }

    private SampleMoment nightBeforeLebaran() {
        return upcoming(HolidayKind.NATIONAL)
                .filter(day ->
                        isLebaran(day) && !isLebaran(holidays.get(day.date().minusDays(1))))
                .filter(day -> eveOf(day.date()).isAfter(now))
                .findFirst()
                .map(day -> new SampleMoment(Kind.NIGHT_BEFORE_LEBARAN, eveOf(day.date()), day.name(), false))
                .orElseGet(this::nightBeforeComputedLebaran);
    }

    /** By the tables of Mecca: Indonesia's own decree may come to the day before or after. */
    private SampleMoment nightBeforeComputedLebaran() {
        int year = HijrahDate.from(now).get(ChronoField.YEAR);
        ZonedDateTime eve = eveOf(LocalDate.from(HijrahDate.of(year, SHAWWAL, 1)));
        if (!eve.isAfter(now)) {
            year++;
            eve = eveOf(LocalDate.from(HijrahDate.of(year, SHAWWAL, 1)));
        }
        return new SampleMoment(Kind.NIGHT_BEFORE_LEBARAN, eve, "Idulfitri " + year + " Hijriah", true);
    }

    private Optional<SampleMoment> holiday() {
        return upcoming(HolidayKind.REGIONAL)
                .map(day -> onTheDay(Kind.REGIONAL_HOLIDAY, day))
                .findFirst()
                .or(() -> upcoming(HolidayKind.NATIONAL)
                        .map(day -> onTheDay(Kind.NATIONAL_HOLIDAY, day))
                        .findFirst());
    }

    private SampleMoment onTheDay(Kind kind, Holiday day) {
        return new SampleMoment(kind, day.date().atTime(MORNING).atZone(now.getZone()), day.name(), false);
    }

    private Stream<Holiday> upcoming(HolidayKind kind) {
        return holidays.values().stream()
                .filter(day -> day.kind() == kind && day.date().isAfter(now.toLocalDate()))
                .sorted((one, other) -> one.date().compareTo(other.date()));
    }

    private ZonedDateTime eveOf(LocalDate day) {
        return day.minusDays(1).atTime(EVENING).atZone(now.getZone());
    }

    private static boolean isLebaran(Holiday day) {
        return day != null
                && day.kind() == HolidayKind.NATIONAL
                && day.name().toLowerCase(Locale.ROOT).replace(" ", "").contains("idulfitri");
    }
}
