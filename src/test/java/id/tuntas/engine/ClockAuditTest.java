package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.tuntas.sla.ClockAudit;
import id.tuntas.sla.ClockAudit.Difference;
import id.tuntas.sla.ClockControl;
import id.tuntas.sla.Sweep;
import id.tuntas.testing.ClockFixtures;
import id.tuntas.testing.EngineTest;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of clocks agrees with history and ledger, and is put right where it does not. */
@EngineTest
class ClockAuditTest {

    private static final String START = "2026-11-23T02:00:00Z";

    @Autowired
    ClockFixtures clocks;

    @Autowired
    ClockAudit audit;

    @Autowired
    ClockControl control;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    Sweep sweep;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private Task late;

    /** A case in which nearly everything happens that can happen to a clock. */
    @BeforeEach
    void live() {
        clocks.endAll();
        history.createHistoricProcessInstanceQuery()
                .list()
                .forEach(past -> history.deleteHistoricProcessInstance(past.getId()));
        db.sql("delete from step_clock").update();
        clocks.deployed();
        clocks.staffed("penyelia-kasus", "kepala-uptd");
        ProcessInstance instance = clocks.startedAt(START, null);
        Task paused = clocks.step(instance, "langkah-kerja");
        late = clocks.step(instance, "langkah-terus");
        transaction.executeWithoutResult(status ->
                control.pause(paused.getId(), "petugas", "menunggu-korban", Instant.parse("2026-11-30T00:00:00Z")));
        clocks.timePassesTo("2026-11-23T08:00:00Z");
        sweep.run();
        tasks.claim(late.getId(), "kepala-uptd");
        clocks.timePassesTo("2026-11-28T00:00:00Z");
        tasks.complete(late.getId());
        tasks.complete(paused.getId());
    }

    @AfterEach
    void end() {
        clocks.endAll();
    }

    @Test
    void findsNoDifference() {
        ClockAudit.Report report = audit.check();

        assertThat(report.checked()).isGreaterThanOrEqualTo(6);
        assertThat(report.differences()).isEmpty();
    }

    @Test
    void namesWhatDiffersAndPutsItRight() {
        db.sql("update step_clock set breached_at = null, done_at = null where id = ?")
                .param(late.getId())
                .update();

        List<Difference> differences = audit.rebuild().differences();

        assertThat(differences)
                .extracting(Difference::clockId, Difference::column)
                .containsExactlyInAnyOrder(tuple(late.getId(), "breached_at"), tuple(late.getId(), "done_at"));
        assertThat(clocks.clock(late.getId()).time("breached_at")).isEqualTo("2026-11-23T12:00:00Z");
        assertThat(audit.check().differences()).isEmpty();
    }

    @Test
    void reportsAClockThatIsMissingAndOneThatNeverWas() {
        db.sql("update step_clock set id = 'tidak-ada' where id = ?")
                .param(late.getId())
                .update();

        assertThat(audit.check().differences())
                .extracting(Difference::clockId, Difference::column)
                .containsExactlyInAnyOrder(tuple(late.getId(), "id"), tuple("tidak-ada", "id"));
    }
}
