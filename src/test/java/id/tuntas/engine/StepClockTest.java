package id.tuntas.engine;

import static id.tuntas.testing.Fixtures.MANGGARAI_BARAT;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.EngineTest;
import id.tuntas.testing.Fixtures;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The clock of a step, end to end: due date, timer, escalation. */
@EngineTest
class StepClockTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    ManagementService management;

    @Autowired
    ProcessEngineConfiguration engine;

    @Autowired
    Clock clock;

    @BeforeEach
    void officerOfManggaraiBarat() {
        fixtures.deployed("kasus.bpmn");
        fixtures.signedInFrom(MANGGARAI_BARAT);
    }

    @Test
    void makesTheDueDateAndTheTimerOfAStepTheSameInstantThoughTimeGoesOn() {
        // the real clock runs here: only the transaction's own stands still
        ProcessInstance instance = fixtures.started("penanganan-korban");

        assertThat(timer(instance).getDuedate())
                .isEqualTo(fixtures.step(instance, "pendampingan-uji").getDueDate());
    }

    @Test
    void standsStillWithinATransactionAndGoesOnAfterIt() {
        fixtures.timeIs("2026-11-21T00:00:00Z");
        ((ProcessEngineConfigurationImpl) engine).getCommandExecutorTxRequired().execute(command -> {
            Instant first = clock.instant();
            fixtures.timeIs("2026-11-21T00:00:05Z");
            assertThat(clock.instant()).isEqualTo(first).isEqualTo("2026-11-21T00:00:00Z");
            return null;
        });
        assertThat(clock.instant()).isEqualTo("2026-11-21T00:00:05Z");
    }

    @Test
    void countsFromTheEnginesClock() {
        fixtures.timeIs("2026-11-21T00:00:00Z");

        ProcessInstance instance = fixtures.started("penanganan-korban");

        assertThat(due(instance)).isEqualTo(Date.from(Instant.parse("2026-11-24T00:00:00Z")));
    }

    @Test
    void givesAnEmergencyItsOwnBudgetWhereTheStepStatesOne() {
        fixtures.timeIs("2026-11-21T00:00:00Z");

        assertThat(due(fixtures.started("penanganan-korban", Map.of("tingkatRisiko", "DARURAT"))))
                .isEqualTo(Date.from(Instant.parse("2026-11-21T02:00:00Z")));
        assertThat(due(fixtures.started("penanganan-korban", Map.of("tingkatRisiko", "TINGGI"))))
                .isEqualTo(Date.from(Instant.parse("2026-11-24T00:00:00Z")));
    }

    private Date due(ProcessInstance instance) {
        return fixtures.step(instance, "pendampingan-uji").getDueDate();
    }

    private Job timer(ProcessInstance instance) {
        return management.createJobQuery().processInstanceId(instance.getId()).singleResult();
    }
}
