package id.tuntas.engine;

import com.zaxxer.hikari.HikariDataSource;
import id.tuntas.testing.TestDatabases;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Camunda alone, with a process whose step has a boundary timer that opens a task. */
final class BareEngine implements AutoCloseable {

    static final String NAME = "bare";

    private final HikariDataSource pool = new HikariDataSource();
    private final ProcessEngine engine;

    BareEngine(Turns turns) {
        pool.setJdbcUrl(TestDatabases.newPostgres());
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(24);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName(NAME);
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("audit");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setJobExecutor(inTurns(turns));
        configuration.setJobExecutorActivate(true);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("bare.bpmn", process())
                .deploy();
    }

    LateSteps steps() {
        return new LateSteps(NAME, pool, this::open, () -> engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("late")
                .count());
    }

    private void open() {
        Date due = Date.from(ClockUtil.getCurrentTime().toInstant().plus(LateSteps.BUDGET));
        engine.getRuntimeService().startProcessInstanceByKey(NAME, Map.of("due", due));
    }

    private static DefaultJobExecutor inTurns(Turns turns) {
        return new DefaultJobExecutor() {
            @Override
            public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl processEngine) {
                Runnable jobs = super.getExecuteJobsRunnable(jobIds, processEngine);
                return () -> turns.run(NAME, jobs);
            }
        };
    }

    private static BpmnModelInstance process() {
        return Bpmn.createExecutableProcess(NAME)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask("step")
                .endEvent()
                .moveToActivity("step")
                .boundaryEvent("late-timer")
                .cancelActivity(false)
                .timerWithDate("${due}")
                .userTask("late")
                .endEvent()
                .done();
    }

    @Override
    public void close() {
        engine.close();
        pool.close();
    }
}
