package id.tuntas.calendar;

import static id.tuntas.calendar.Measure.CALENDAR_TIME;
import static id.tuntas.calendar.Measure.WORKING_DAY;
import static id.tuntas.calendar.Measure.WORKING_DAYS;
import static id.tuntas.calendar.Measure.WORKING_HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkCalendarTest {

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    private static final LocalDate HALF_DAY = LocalDate.of(2026, 12, 31);

    private final WorkCalendar office = new WorkCalendar(
            WITA,
            week(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-12:00", "13:00-17:00"),
            Map.of(
                    LocalDate.of(2026, 12, 25),
                    List.of(),
                    LocalDate.of(2027, 1, 1),
                    List.of(),
                    HALF_DAY,
                    List.of(hours("08:00-12:00"))),
            Set.of(2026));

    @ParameterizedTest(name = "{0} + {1} working days = {2}")
    @CsvSource({
        "2026-11-02T10:00, 3, 2026-11-05T10:00", // Monday 10:00 to Thursday 10:00
        "2026-11-06T20:00, 1, 2026-11-09T17:00", // Friday evening: the end of Monday
        "2026-11-06T16:40, 1, 2026-11-09T16:40",
        "2026-11-06T17:00, 1, 2026-11-09T17:00",
        "2026-11-09T08:00, 1, 2026-11-09T17:00", // the whole of Monday
        "2026-11-02T12:30, 1, 2026-11-03T12:00", // at lunch: half of the day is over
        "2026-12-24T10:00, 1, 2026-12-28T10:00", // over Christmas and a weekend
        "2026-12-30T10:00, 1, 2026-12-31T09:00", // a quarter of a half day
        "2026-12-31T09:00, 1, 2027-01-04T10:00" // and back, over the year's end
    })
    void addsWorkingDays(LocalDateTime from, long days, LocalDateTime end) {
        assertThat(office.advance(at(from), days * WORKING_DAY, WORKING_DAYS)).isEqualTo(at(end));
        assertThat(office.between(at(from), at(end), WORKING_DAYS)).isEqualTo(days * WORKING_DAY);
    }

    @ParameterizedTest(name = "{0} + {1} in office hours = {2}")
    @CsvSource({
        "2026-11-06T16:40, PT2H, 2026-11-09T09:40",
        "2026-11-02T11:00, PT1H, 2026-11-02T12:00", // due when the office closes, not when it opens again
        "2026-11-02T11:00, PT1H0.001S, 2026-11-02T13:00:00.001",
        "2026-11-07T09:00, PT8H, 2026-11-09T17:00",
        "2026-12-30T16:00, PT6H, 2027-01-04T09:00"
    })
    void addsOfficeHours(LocalDateTime from, Duration budget, LocalDateTime end) {
        assertThat(office.advance(at(from), budget.toMillis(), WORKING_HOURS)).isEqualTo(at(end));
        assertThat(office.between(at(from), at(end), WORKING_HOURS)).isEqualTo(budget.toMillis());
    }

    @Test
    void countsTheClockOnTheWallByDayAndNight() {
        Instant from = Instant.parse("2026-12-24T18:00:00.000123Z");
        long units = Duration.ofHours(72).toMillis();

        assertThat(office.advance(from, units, CALENDAR_TIME)).isEqualTo(from.plus(Duration.ofHours(72)));
        assertThat(office.between(from, from.plus(Duration.ofHours(72)), CALENDAR_TIME))
                .isEqualTo(units);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-08T03:00:00.000000001Z", "2026-11-04T02:00:00Z"})
    void nothingToCountGivesTheStartItself(Instant from) {
        for (Measure measure : Measure.values()) {
            assertThat(office.advance(from, 0, measure)).isEqualTo(from);
            assertThat(office.between(from, from, measure)).isZero();
            assertThat(office.between(from, from.minusSeconds(1), measure)).isZero();
        }
    }

    @Test
    void aDayOpenRoundTheClockEndsAtMidnight() {
        WorkCalendar always =
                new WorkCalendar(WITA, week(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "00:00-24:00"), Map.of(), Set.of());
        Instant from = at(LocalDateTime.parse("2026-12-31T18:30"));

        assertThat(always.advance(from, WORKING_DAY, WORKING_DAYS)).isEqualTo(from.plus(Duration.ofDays(1)));
        assertThat(always.advance(from, Duration.ofHours(30).toMillis(), WORKING_HOURS))
                .isEqualTo(from.plus(Duration.ofHours(30)));
    }

    @Test
    void aYearIsSettledWhenItsHolidaysAreDecreed() {
        // both in 2026 in the district; the second already 2027 in the district, not yet in UTC
        assertThat(office.isSettled(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-31T15:59:59Z")))
                .isTrue();
        assertThat(office.isSettled(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-12-31T16:00:00Z")))
                .isFalse();
        assertThat(office.isSettled(Instant.EPOCH, Instant.parse("+99999-01-01T00:00:00Z")))
                .isFalse();
    }

    @Test
    void refusesOverlappingHours() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkCalendar(
                        WITA, Map.of(DayOfWeek.MONDAY, day("13:00-16:00", "08:00-13:01")), Map.of(), Set.of()))
                .withMessage("The working hours of MONDAY overlap: 08:00-13:01 and 13:00-16:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12:00-08:00", "12:00-12:00", "08:00:30-12:00"})
    void refusesHoursThatEndBeforeTheyBeginOrCutAMinute(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> hours(text)).withMessageContaining("Working hours");
    }

    @Test
    void refusesAWeekWithoutWorkingTime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkCalendar(WITA, Map.of(), Map.of(HALF_DAY, day("08:00-12:00")), Set.of()))
                .withMessageContaining("at least one day of the week");
    }

    @Test
    void refusesAZoneWithDaylightSaving() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkCalendar(
                        ZoneId.of("Europe/Amsterdam"),
                        week(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-12:00"),
                        Map.of(),
                        Set.of()))
                .withMessageContaining("Europe/Amsterdam changes its offset");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999-12-31", "2101-01-01"})
    void refusesAnExceptionFarAway(LocalDate date) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkCalendar(
                        WITA,
                        week(DayOfWeek.MONDAY, DayOfWeek.FRIDAY, "08:00-12:00"),
                        Map.of(HALF_DAY, List.of(), date, List.of()),
                        Set.of()))
                .withMessageContaining("2000 to 2100");
    }

    @Test
    void neverSearchesForEver() {
        Map<LocalDate, List<Hours>> closed = new HashMap<>();
        LocalDate.of(2000, 1, 1).datesUntil(LocalDate.of(2101, 1, 1)).forEach(date -> closed.put(date, List.of()));
        WorkCalendar never =
                new WorkCalendar(WITA, week(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, "08:00-12:00"), closed, Set.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> never.advance(Instant.parse("2000-06-01T00:00:00Z"), 1, WORKING_HOURS))
                .withMessageContaining("are all days closed?");
        assertThatIllegalStateException().isThrownBy(() -> office.advance(Instant.EPOCH, Long.MAX_VALUE, WORKING_DAYS));
        assertThatIllegalStateException()
                .isThrownBy(
                        () -> office.between(Instant.EPOCH, Instant.parse("+99999-01-01T00:00:00Z"), WORKING_HOURS));
    }

    @Test
    void refusesANegativeBudget() {
        assertThatIllegalArgumentException().isThrownBy(() -> office.advance(Instant.EPOCH, -1, CALENDAR_TIME));
    }

    static Map<DayOfWeek, List<Hours>> week(DayOfWeek first, DayOfWeek last, String... hours) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (int day = first.getValue(); day <= last.getValue(); day++) {
            week.put(DayOfWeek.of(day), day(hours));
        }
        return week;
    }

    static List<Hours> day(String... texts) {
        return List.of(texts).stream().map(WorkCalendarTest::hours).toList();
    }

    static Hours hours(String text) {
        String[] ends = text.split("-");
        return new Hours(
                LocalTime.parse(ends[0]), ends[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1]));
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(WITA).toInstant();
    }
}
