package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.sla.ClockControl;
import id.tuntas.sla.ClockRefusal;
import id.tuntas.sla.ClockRequests;
import id.tuntas.sla.Sweep;
import id.tuntas.testing.ClockFixtures;
import id.tuntas.testing.EngineTest;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Stopping, starting and stretching a clock: everything moves together, and every act is a row of the ledger. */
@EngineTest
class ClockControlTest {

    // a Monday, 10:00 in Manggarai Barat (WITA)
    private static final String START = "2026-11-23T02:00:00Z";
    private static final String WAITING = "menunggu-korban";

    @Autowired
    ClockFixtures clocks;

    @Autowired
    ClockControl control;

    @Autowired
    ClockRequests requests;

    @Autowired
    TaskService tasks;

    @Autowired
    Sweep sweep;

    @Autowired
    TransactionTemplate transaction;

    private ProcessInstance instance;

    @BeforeEach
    void start() {
        clocks.endAll();
        clocks.deployed();
        clocks.staffed("penyelia-kasus", "manajer-kasus", "kepala-uptd");
        instance = clocks.startedAt(START, null);
    }

    @AfterEach
    void end() {
        clocks.endAll();
    }

    @Test
    void standsStillUntilTheLimitAndThenRunsByItself() {
        Task step = clocks.step(instance, "langkah-terus");
        clocks.timePassesTo("2026-11-23T04:00:00Z");

        pause(step, "2026-11-24T04:00:00Z");

        // eight of ten hours were left
        everythingSays(step, "2026-11-24T12:00:00Z");
        assertThat(clocks.timePassesTo("2026-11-24T11:59:59Z")).isZero();
        clocks.timePassesTo("2026-11-24T12:00:01Z");
        assertThat(clocks.clockOf(step).time("breached_at")).isEqualTo("2026-11-24T12:00:00Z");
        var event = clocks.eventsOf(step.getId());
        assertThat(event).startsWith("STARTED", "PAUSED", "BREACHED");
    }

    @Test
    void goesOnWhenItIsResumedBeforeTheLimit() {
        Task step = clocks.step(instance, "langkah-terus");
        clocks.timePassesTo("2026-11-23T04:00:00Z");
        pause(step, "2026-11-30T04:00:00Z");

        clocks.timePassesTo("2026-11-23T05:30:00Z");
        in(() -> control.resume(step.getId(), "petugas", WAITING));

        everythingSays(step, "2026-11-23T13:30:00Z");
        var resumed = clocks.lastEventOf(step.getId());
        assertThat(resumed.get("kind")).isEqualTo("RESUMED");
        assertThat(resumed.get("actor")).isEqualTo("petugas");
        assertThat(resumed.get("reason")).isEqualTo(WAITING);
        assertThat(resumed.time("due_before")).isEqualTo("2026-11-30T12:00:00Z");
    }

    @Test
    void leavesWorkingDaysOutOfAPauseAcrossAHoliday() {
        // Wednesday 23 December 2026, 10:00; Thursday is joint leave, Friday is Christmas
        clocks.endAll();
        instance = clocks.startedAt("2026-12-23T02:00:00Z", null);
        Task step = clocks.step(instance, "langkah-kerja");
        everythingSays(step, "2026-12-30T02:00:00Z");

        clocks.timePassesTo("2026-12-23T03:30:00Z");
        pause(step, "2026-12-28T03:30:00Z");

        // from Monday 11:30 there is as much left as there was on Wednesday 11:30
        everythingSays(step, "2026-12-31T02:00:00Z");
    }

    @Test
    void remindsAgainWhenThereIsTimeAgain() {
        Task step = clocks.step(instance, "langkah-terus");
        clocks.timePassesTo("2026-11-23T08:00:00Z");
        sweep.run();
        assertThat(clocks.clockOf(step).time("reminded_at")).isNotNull();

        in(() -> control.extend(step.getId(), "penyelia-kasus", "PT10H"));

        everythingSays(step, "2026-11-23T22:00:00Z");
        assertThat(clocks.clockOf(step).time("reminded_at")).isNull();
        clocks.timePassesTo("2026-11-23T12:00:00Z");
        sweep.run();
        assertThat(clocks.eventsOf(step.getId()))
                .containsExactly("STARTED", "RESPONSE_LATE", "REMINDED", "EXTENDED", "REMINDED");
    }

    @Test
    void neverMovesAClockTheLawHasSet() {
        Task step = clocks.step(instance, "langkah-hukum");

        refused("undang-undang", () -> pause(step, "2026-11-24T00:00:00Z"));
        refused("undang-undang", () -> control.askExtension(step.getId(), "petugas", WAITING, "P1D"));
        in(() -> assertThat(control.extend(step.getId(), "kepala-uptd", "P1D")).isFalse());

        everythingSays(step, "2026-11-26T02:00:00Z");
        assertThat(clocks.eventsOf(step.getId())).containsExactly("STARTED", "EXTENSION_DECLINED");
    }

    @Test
    void refusesWhatIsLateTooLongOrDoesNotFit() {
        Task step = clocks.step(instance, "langkah-terus");
        Task working = clocks.step(instance, "langkah-kerja");

        refused("30 hari", () -> pause(step, "2026-12-24T02:00:01Z"));
        refused("30 hari", () -> pause(step, START));
        refused("tidak sedang dijeda", () -> control.resume(step.getId(), "petugas", WAITING));
        refused("tenggat semula", () -> control.askExtension(step.getId(), "petugas", WAITING, "PT11H"));
        refused("dalam hari", () -> control.askExtension(working.getId(), "petugas", WAITING, "PT4H"));
        clocks.timePassesTo("2026-11-23T12:00:01Z");
        refused("terlambat", () -> pause(step, "2026-11-24T00:00:00Z"));
        refused("terlambat", () -> control.askExtension(step.getId(), "petugas", WAITING, "PT1H"));
    }

    @Test
    void givesMoreTimeOnlyIfItIsDecidedInTime() {
        Task step = clocks.step(instance, "langkah-terus");
        String decider =
                in(() -> requests.askExtension(step.getId(), "petugas", List.of("penyelia-kasus"), WAITING, "PT5H"));
        assertThat(decider).as("nobody decides about his own wish").isEqualTo("manajer-kasus");

        clocks.timePassesTo("2026-11-23T12:00:01Z");
        assertThat(in(() -> requests.decide(step.getId(), "manajer-kasus", true, "PT5H")))
                .isFalse();

        assertThat(clocks.lastEventOf(step.getId()).get("reason")).isEqualTo("terlambat");
        assertThat(clocks.clockOf(step).time("breached_at")).isNotNull();
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

    private void pause(Task step, String until) {
        in(() -> control.pause(step.getId(), "petugas", WAITING, Instant.parse(until)));
    }

    private void refused(String because, Runnable act) {
        assertThatThrownBy(() -> in(act)).isInstanceOf(ClockRefusal.class).hasMessageContaining(because);
    }

    private void in(Runnable act) {
        transaction.executeWithoutResult(status -> act.run());
    }

    private <T> T in(Supplier<T> act) {
        return transaction.execute(status -> act.get());
    }
}
