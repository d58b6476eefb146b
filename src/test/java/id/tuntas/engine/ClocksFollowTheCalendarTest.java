package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.calendar.CalendarKeeping;
import id.tuntas.testing.ClockFixtures;
import id.tuntas.testing.EngineTest;
import id.tuntas.testing.Fixtures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A holiday that is decreed while clocks run moves those that count office hours, and no others. */
@EngineTest
class ClocksFollowTheCalendarTest {

    // a Monday, 10:00 in Manggarai Barat (WITA)
    private static final String START = "2026-11-23T02:00:00Z";
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    ClockFixtures clocks;

    @Autowired
    Fixtures fixtures;

    @Autowired
    CalendarKeeping keeping;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @BeforeEach
    void deploy() {
        clocks.endAll();
        clocks.deployed();
        clocks.staffed("penyelia-kasus", "manajer-kasus", "kepala-uptd");
    }

    @AfterEach
    void end() {
        clocks.endAll();
        keeping.removeHoliday(Fixtures.MANGGARAI_BARAT, TUESDAY);
        keeping.removeHoliday(Fixtures.MANADO, TUESDAY);
        keeping.settle(2028, false);
    }

    @Test
    void aNewHolidayMovesAClockThatCountsWorkingDaysAndTakenAwayItMovesItBack() {
        Task step = clocks.step(clocks.startedAt(START, null), "langkah-kerja");
        everythingSays(step, "2026-11-26T02:00:00Z");

        holidayIn(Fixtures.MANGGARAI_BARAT);
        everythingSays(step, "2026-11-27T02:00:00Z");

        keeping.removeHoliday(Fixtures.MANGGARAI_BARAT, TUESDAY);
        everythingSays(step, "2026-11-26T02:00:00Z");
        assertThat(clocks.eventsOf(step.getId())).containsExactly("STARTED", "CALENDAR_CHANGED", "CALENDAR_CHANGED");
    }

    @Test
    void whatCountsEveryHourAndWhatIsElsewhereStaysAsItWas() {
        ProcessInstance instance = clocks.startedAt(START, null);

        holidayIn(Fixtures.MANADO);
        everythingSays(clocks.step(instance, "langkah-kerja"), "2026-11-26T02:00:00Z");

        holidayIn(Fixtures.MANGGARAI_BARAT);
        everythingSays(clocks.step(instance, "langkah-terus"), "2026-11-23T12:00:00Z");
        everythingSays(clocks.step(instance, "langkah-hukum"), "2026-11-26T02:00:00Z");
    }

    @Test
    void whatIsLateStaysLate() {
        Task step = clocks.step(clocks.startedAt(START, null), "langkah-kerja");
        clocks.timePassesTo("2026-11-26T02:00:01Z");

        holidayIn(Fixtures.MANGGARAI_BARAT);

        assertThat(clocks.clockOf(step).time("due_at")).isEqualTo("2026-11-26T02:00:00Z");
        assertThat(clocks.clockOf(step).time("breached_at")).isEqualTo("2026-11-26T02:00:00Z");
    }

    @Test
    void theTimeToTakeAStepMovesToo() {
        fixtures.deployed("bahaya.bpmn");
        // Monday 16:00, when the office closes; it opens at 7:30
        fixtures.timeIs("2026-11-23T08:00:00Z");
        fixtures.signedInFrom(Fixtures.MANGGARAI_BARAT);
        ProcessInstance instance = fixtures.started("bahaya", Map.of("nomorKasus", "MABAR-2026-0001"));
        identities.clearAuthentication();
        Task step = clocks.step(instance, "penutup");
        assertThat(clocks.clockOf(step).time("respond_by")).isEqualTo("2026-11-24T01:30:00Z");

        holidayIn(Fixtures.MANGGARAI_BARAT);

        assertThat(clocks.clockOf(step).time("respond_by")).isEqualTo("2026-11-25T01:30:00Z");
    }

    @Test
    void aDueDateInAYearWithoutHolidaysIsProvisionalUntilTheyAreDecreed() {
        Task step = clocks.step(clocks.startedAt("2027-12-30T02:00:00Z", null), "langkah-kerja");
        assertThat(clocks.clockOf(step).get("provisional")).isEqualTo(true);
        Instant due = clocks.clockOf(step).time("due_at");

        keeping.settle(2028, true);
        assertThat(clocks.clockOf(step).get("provisional")).isEqualTo(false);
        keeping.settle(2028, false);
        assertThat(clocks.clockOf(step).get("provisional")).isEqualTo(true);
        everythingSays(step, due.toString());
    }

    private void holidayIn(String district) {
        keeping.addHoliday(district, TUESDAY.toString(), "Hari jadi daerah", "libur-daerah", "", "");
    }

    private void everythingSays(Task step, String due) {
        Instant instant = Instant.parse(due);
        Task now = tasks.createTaskQuery().taskId(step.getId()).singleResult();
        assertThat(clocks.clockOf(step).time("due_at")).isEqualTo(instant);
        assertThat(now.getDueDate().toInstant()).isEqualTo(instant);
        assertThat(clocks.timerOf(step)).isEqualTo(instant);
        assertThat(now.getFollowUpDate().toInstant())
                .isEqualTo(clocks.clockOf(step).time("remind_at"));
    }
}
