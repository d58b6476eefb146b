package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.TuntasTest;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an officer may ask of the clock of a step, and what he reads when it is refused. */
@TuntasTest
class RequestsForTimeTest {

    private static final Map<String, Object> A_DAY_MORE =
            Map.of("alasanTenggat", "menunggu-dokumen", "lamaPerpanjangan", "P1D");

    @Autowired
    ProcessEngine engine;

    private CaseDriver driver;

    @BeforeEach
    void openCase() {
        driver = new CaseDriver(engine, Persona.quiet()).begin();
    }

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void aLimitSetByLawIsNeitherPausedNorExtended() {
        driver = new CaseDriver(engine, Personas.abusedChildInDanger()).begin().untilOpen("lapor-polisi");
        Task before = step("lapor-polisi");

        refused("undang-undang", () -> driver.asked("lapor-polisi", "perpanjang", A_DAY_MORE));
        refused("undang-undang", () -> driver.asked("lapor-polisi", "jeda", pauseUntil("2099-01-01")));

        assertThat(step("lapor-polisi").getDueDate()).isEqualTo(before.getDueDate());
        assertThat(requestsRunning()).isZero();
    }

    @Test
    void onlyWhoHasTakenTheStepOrASupervisorMayAsk() {
        driver.untilOpen("susun-rencana");

        refused("Hanya petugas", () -> driver.askedBy("petugas-data", "susun-rencana", "perpanjang", A_DAY_MORE));
    }

    @Test
    void aStepThatIsNotOpenHasNoClockToAsk() {
        refused("Tidak ada langkah itu", () -> driver.asked("susun-rencana", "perpanjang", A_DAY_MORE));
    }

    @Test
    void aPauseEndsWithinThirtyDaysAndNotInThePast() {
        driver.untilOpen("susun-rencana");

        refused("30 hari", () -> driver.asked("susun-rencana", "jeda", pauseUntil("2099-01-01")));
        assertThat(requestsRunning()).isZero();
    }

    @Test
    void moreTimeIsGivenByTheNextRungAndByNobodyElse() {
        driver.untilOpen("susun-rencana");
        Task before = step("susun-rencana");

        driver.asked("susun-rencana", "perpanjang", A_DAY_MORE);
        assertThat(step("susun-rencana").getDueDate())
                .as("until then the clock runs on")
                .isEqualTo(before.getDueDate());
        driver.complete("setujui-perpanjangan");

        assertThat(step("susun-rencana").getDueDate()).isAfter(before.getDueDate());
    }

    @Test
    void aRequestInDangerIsDecidedWithinHours() {
        driver = new CaseDriver(engine, Personas.abusedChildInDanger()).begin().untilOpen("asesmen-biopsikososial");

        driver.asked(
                "asesmen-biopsikososial",
                "perpanjang",
                Map.of("alasanTenggat", "menunggu-korban", "lamaPerpanjangan", "PT4H"));

        Task decision = step("setujui-perpanjangan");
        assertThat(decision.getDueDate().getTime() - decision.getCreateTime().getTime())
                .isLessThanOrEqualTo(Duration.ofHours(8).toMillis() + 1000);
    }

    private static Map<String, Object> pauseUntil(String day) {
        return Map.of("alasanTenggat", "menunggu-korban", "jedaSampai", day);
    }

    private Task step(String step) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(driver.number())
                .taskDefinitionKey(step)
                .singleResult();
    }

    private long requestsRunning() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("atur-tenggat")
                .processInstanceBusinessKey(driver.number())
                .count();
    }

    private static void refused(String because, ThrowingCallable wish) {
        assertThatThrownBy(wish).hasStackTraceContaining(because);
    }
}
