package id.tuntas.calendar;

import static id.tuntas.calendar.Measure.WORKING_DAY;
import static id.tuntas.calendar.Measure.WORKING_DAYS;
import static id.tuntas.calendar.Measure.WORKING_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Random calendars around a year's end, held against {@link MinuteByMinute} and against the laws of counting. */
class WorkCalendarPropertyTest {

    private static final int TRIES = 2_500;
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 14);
    private static final int MINUTE = 60_000;
    private static final int MAX_MINUTES = 15 * 24 * 60;

    @Property(tries = TRIES)
    void officeHoursEndWhereAClerkEndsThem(
            @ForAll("offices") Office office,
            @ForAll @IntRange(max = MAX_MINUTES) int start,
            @ForAll @IntRange(min = 1, max = 1_500) int minutes) {
        Instant from = office.minute(start);
        Instant due = office.calendar().advance(from, (long) minutes * MINUTE, WORKING_HOURS);

        assertThat(due).isEqualTo(office.reference().advance(from, minutes));
    }

    @Property(tries = TRIES)
    void countsWhatAClerkCounts(
            @ForAll("offices") Office office,
            @ForAll @IntRange(max = MAX_MINUTES) int start,
            @ForAll @IntRange(max = 4 * 24 * 60) int length) {
        Instant from = office.minute(start);
        Instant to = office.minute(start + length);

        assertThat(office.calendar().between(from, to, WORKING_HOURS))
                .isEqualTo(office.reference().between(from, to) * MINUTE);
        assertThat(office.calendar().between(from, to, WORKING_DAYS))
                .isEqualTo(office.reference().daysBetween(from, to));
    }

    @Property(tries = TRIES)
    void workingDaysEndAtTheFirstInstantThatHasCountedThem(
            @ForAll("offices") Office office,
            @ForAll @IntRange(max = MAX_MINUTES) int start,
            @ForAll @LongRange(min = 1, max = 2 * WORKING_DAY) long units) {
        Instant from = office.minute(start);
        Instant due = office.calendar().advance(from, units, WORKING_DAYS);
        Instant lastMinute = due.minusMillis(1 + Math.floorMod(due.toEpochMilli() - 1, (long) MINUTE));

        assertThat(office.calendar().between(from, due, WORKING_DAYS)).isGreaterThanOrEqualTo(units);
        assertThat(office.calendar().between(from, due.minusMillis(1), WORKING_DAYS))
                .isLessThan(units);
        // and the clerk, who looks at the clock once a minute, agrees
        assertThat(office.reference().daysBetween(from, lastMinute)).isLessThan(units);
        assertThat(office.reference().daysBetween(from, lastMinute.plusSeconds(60)))
                .isGreaterThanOrEqualTo(units);
    }

    @Property(tries = TRIES)
    void officeHoursAddUp(
            @ForAll("offices") Office office,
            @ForAll @IntRange(max = MAX_MINUTES) int start,
            @ForAll @LongRange(max = 200 * 3_600_000L) long x,
            @ForAll @LongRange(max = 200 * 3_600_000L) long y) {
        WorkCalendar calendar = office.calendar();
        Instant from = office.minute(start).plusMillis(x % MINUTE);
        Instant due = calendar.advance(from, x + y, WORKING_HOURS);

        assertThat(calendar.advance(calendar.advance(from, x, WORKING_HOURS), y, WORKING_HOURS))
                .isEqualTo(due);
        assertThat(calendar.between(from, due, WORKING_HOURS)).isEqualTo(x + y);
    }

    @Property(tries = TRIES)
    void whatWasConsumedAndWhatIsLeftMakeTheSameDueDate(
            @ForAll("offices") Office office,
            @ForAll @IntRange(max = MAX_MINUTES) int start,
            @ForAll @LongRange(min = 1, max = 20 * WORKING_DAY) long budget,
            @ForAll @LongRange(max = 10 * 24 * 3_600_000L) long pause) {
        WorkCalendar calendar = office.calendar();
        for (Measure measure : Measure.values()) {
            Instant from = office.minute(start).plusMillis(budget % MINUTE);
            Instant due = calendar.advance(from, budget / 100, measure);
            Instant paused = from.plusMillis(pause);
            long left = budget / 100 - calendar.between(from, paused, measure);

            assertThat(calendar.advance(due, 0, measure)).isEqualTo(due);
            if (left > 0) {
                assertThat(calendar.advance(paused, left, measure)).isEqualTo(due);
            }
        }
    }

    @Property(tries = TRIES)
    void wholeWorkingDaysAddUpWhereTheDaysAreAlike(
            @ForAll("officesWithDaysAlike") Office office,
            @ForAll @IntRange(max = MAX_MINUTES) int start,
            @ForAll @LongRange(max = 30) long x,
            @ForAll @LongRange(max = 30) long y) {
        assertThat(office.inTwoParts(start, x, y)).isEqualTo(office.inOne(start, x + y));
    }

    @Property(tries = TRIES)
    void workingDaysInTwoPartsNeverEndEarlier(
            @ForAll("offices") Office office,
            @ForAll @IntRange(max = MAX_MINUTES) int start,
            @ForAll @LongRange(max = 30) long x,
            @ForAll @LongRange(max = 30) long y) {
        // a share of a short day need not be a whole ms of it, so the second part may begin a little later
        assertThat(office.inTwoParts(start, x, y)).isAfterOrEqualTo(office.inOne(start, x + y));
    }

    @Provide
    Arbitrary<Office> offices() {
        Arbitrary<ZoneId> zones =
                Arbitraries.of("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura").map(ZoneId::of);
        Arbitrary<List<List<Hours>>> weeks =
                days().list().ofSize(7).filter(week -> week.stream().anyMatch(day -> !day.isEmpty()));
        Arbitrary<Map<Integer, List<Hours>>> exceptions =
                Arbitraries.maps(Arbitraries.integers().between(0, 30), days()).ofMaxSize(8);
        return Combinators.combine(zones, weeks, exceptions).as(Office::of);
    }

    /** Open for the same hours whenever they are open at all. */
    @Provide
    Arbitrary<Office> officesWithDaysAlike() {
        return Combinators.combine(offices(), days().filter(day -> !day.isEmpty()))
                .as(Office::openFor);
    }

    /** Closed, round the clock, or one to three stretches, some of them touching. */
    private static Arbitrary<List<Hours>> days() {
        Arbitrary<List<Hours>> some = Arbitraries.integers()
                .between(0, 24 * 60)
                .set()
                .ofMinSize(2)
                .ofMaxSize(6)
                .map(ends -> stretches(new ArrayList<>(new TreeSet<>(ends))));
        Arbitrary<List<Hours>> usual = Arbitraries.of(
                WorkCalendarTest.day("07:30-12:00", "13:00-16:00"),
                WorkCalendarTest.day("08:00-12:00"),
                WorkCalendarTest.day("08:00-12:00", "12:00-17:00"));
        Arbitrary<List<Hours>> allDay = Arbitraries.just(WorkCalendarTest.day("00:00-24:00"));
        Arbitrary<List<Hours>> closed = Arbitraries.just(List.of());
        return Arbitraries.frequencyOf(Tuple.of(3, usual), Tuple.of(3, some), Tuple.of(1, allDay), Tuple.of(3, closed));
    }

    private static List<Hours> stretches(List<Integer> ends) {
        List<Hours> hours = new ArrayList<>();
        for (int i = 0; i + 1 < ends.size(); i += 2) {
            hours.add(new Hours(
                    LocalTime.ofSecondOfDay(ends.get(i) * 60L), LocalTime.ofSecondOfDay(ends.get(i + 1) % 1440 * 60L)));
        }
        return hours;
    }

    record Office(MinuteByMinute reference, WorkCalendar calendar) {

        static Office of(ZoneId zone, List<List<Hours>> days, Map<Integer, List<Hours>> others) {
            Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                week.put(day, days.get(day.ordinal()));
            }
            Map<LocalDate, List<Hours>> exceptions = new HashMap<>();
            others.forEach((day, hours) -> exceptions.put(FIRST.plusDays(day), hours));
            return of(zone, week, exceptions);
        }

        Office openFor(List<Hours> day) {
            Map<DayOfWeek, List<Hours>> week = new EnumMap<>(reference.week());
            week.replaceAll((name, hours) -> hours.isEmpty() ? hours : day);
            Map<LocalDate, List<Hours>> exceptions = new HashMap<>(reference.exceptions());
            exceptions.replaceAll((date, hours) -> hours.isEmpty() ? hours : day);
            return of(reference.zone(), week, exceptions);
        }

        private static Office of(
                ZoneId zone, Map<DayOfWeek, List<Hours>> week, Map<LocalDate, List<Hours>> exceptions) {
            return new Office(
                    new MinuteByMinute(zone, week, exceptions), new WorkCalendar(zone, week, exceptions, Set.of()));
        }

        Instant inOne(int start, long days) {
            return calendar.advance(minute(start), days * WORKING_DAY, WORKING_DAYS);
        }

        Instant inTwoParts(int start, long x, long y) {
            return calendar.advance(inOne(start, x), y * WORKING_DAY, WORKING_DAYS);
        }

        Instant minute(int number) {
            return FIRST.atStartOfDay(reference.zone()).toInstant().plusSeconds(number * 60L);
        }
    }
}
