package id.tuntas.sla;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.calendar.Measure;
import id.tuntas.testing.EngineTest;
import id.tuntas.testing.Fixtures;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How much time has passed for a clock; Manggarai Barat works from Monday to Friday, in WITA. */
@EngineTest
class OwnTimeTest {

    private static final Instant FRIDAY_NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final Instant SATURDAY_NOON = Instant.parse("2026-11-21T04:00:00Z");
    private static final Instant SUNDAY_NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T04:00:00Z");
    private static final Instant THURSDAY_NOON = Instant.parse("2026-11-26T04:00:00Z");

    @Autowired
    OwnTime ownTime;

    @Test
    void isDayAndNightForAClockThatCountsEveryHour() {
        assertThat(passed(Measure.CALENDAR_TIME, FRIDAY_NOON, SUNDAY_NOON.plusSeconds(3 * 3600 + 300)))
                .isEqualTo(new OwnTime.Span(false, 2, 3, 5));
    }

    @Test
    void standsStillWhileTheOfficeIsClosed() {
        assertThat(passed(Measure.WORKING_HOURS, SATURDAY_NOON, SUNDAY_NOON).isNothing())
                .isTrue();
        assertThat(passed(Measure.WORKING_HOURS, FRIDAY_NOON, SUNDAY_NOON))
                .isEqualTo(passed(Measure.WORKING_HOURS, FRIDAY_NOON, SATURDAY_NOON));
    }

    @Test
    void isWholeWorkingDaysAndBeforeTheFirstOneOfficeHours() {
        assertThat(passed(Measure.WORKING_DAYS, MONDAY_NOON, THURSDAY_NOON).days())
                .isEqualTo(3);
        assertThat(passed(Measure.WORKING_DAYS, FRIDAY_NOON, SUNDAY_NOON))
                .isEqualTo(passed(Measure.WORKING_HOURS, FRIDAY_NOON, SUNDAY_NOON));
    }

    @Test
    void isNothingBeforeItsTime() {
        for (Measure measure : Measure.values()) {
            assertThat(passed(measure, SUNDAY_NOON, FRIDAY_NOON).isNothing()).isTrue();
        }
    }

    private OwnTime.Span passed(Measure measure, Instant from, Instant to) {
        return ownTime.reading().between(Fixtures.MANGGARAI_BARAT, null, measure, from, to);
    }
}
