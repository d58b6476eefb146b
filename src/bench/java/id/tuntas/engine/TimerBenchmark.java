package id.tuntas.engine;

import com.zaxxer.hikari.HikariDataSource;
import id.tuntas.Tuntas;
import id.tuntas.testing.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many steps late at one instant, on PostgreSQL: how long until each has its ladder, next to a bare engine whose timers
 * each open one task, one after the other in the same run. Then single timers of an idle system: how late they fire.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@State(Scope.Benchmark)
public class TimerBenchmark {

    private static final int WARM_UP = 10; // part of the timers
    private static final Duration BUDGET = Duration.ofHours(1); // of the first step of the SOP
    private static final String OFFICER = "petugas-pengaduan";

    @Param("10000")
    public int timers;

    @Param("100")
    public int idleTimers;

    @Benchmark
    public void lateAtOnce() throws Exception {
        double bare = rateOfBareEngine();
        try (ConfigurableApplicationContext tuntas = tuntas()) {
            double ours = rateOf(tuntas);
            System.out.printf(
                    "%nRESULT %d timers: bare engine %.0f/s, Tuntas %.0f/s, ratio %.2f%n",
                    timers, bare, ours, ours / bare);
            idle(tuntas);
        }
    }

    private double rateOf(ConfigurableApplicationContext tuntas) throws Exception {
        JdbcClient db = tuntas.getBean(JdbcClient.class);
        LongSupplier told = () -> db.sql("select count(*) from act_ru_task where task_def_key_ = ?")
                .param("tindak-lanjut-keterlambatan")
                .query(Long.class)
                .single();
        ProcessEngine engine = tuntas.getBean(ProcessEngine.class);
        long before = told.getAsLong();
        fired(timers / WARM_UP, number -> openCase(engine), () -> told.getAsLong() - before);
        long warm = told.getAsLong();
        return fired(timers, number -> openCase(engine), () -> told.getAsLong() - warm);
    }

    private double rateOfBareEngine() throws Exception {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(TestDatabases.newPostgres());
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(24);
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(pool);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("audit");
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setJobExecutorActivate(true);
        ProcessEngine engine = configuration.buildProcessEngine();
        try {
            engine.getRepositoryService()
                    .createDeployment()
                    .addModelInstance("bare.bpmn", bareProcess())
                    .deploy();
            LongSupplier told = () -> engine.getTaskService()
                    .createTaskQuery()
                    .taskDefinitionKey("late")
                    .count();
            IntConsumer start = number -> engine.getRuntimeService()
                    .startProcessInstanceByKey(
                            "bare",
                            Map.of(
                                    "due",
                                    Date.from(ClockUtil.getCurrentTime()
                                            .toInstant()
                                            .plus(BUDGET))));
            fired(timers / WARM_UP, start, told);
            long warm = told.getAsLong();
            return fired(timers, start, () -> told.getAsLong() - warm);
        } finally {
            engine.close();
            pool.close();
        }
    }

    /** Starts that many an hour ago, lets all run out now, and waits until all are told; told per second. */
    private static double fired(int timers, IntConsumer start, LongSupplier told) throws Exception {
        ClockUtil.setCurrentTime(Date.from(Instant.now().minus(BUDGET)));
        ExecutorService people = Executors.newFixedThreadPool(2);
        for (int number = 0; number < timers; number++) {
            int current = number;
            people.execute(() -> start.accept(current));
        }
        people.shutdown();
        people.awaitTermination(1, TimeUnit.HOURS);
        ClockUtil.reset();
        long begin = System.nanoTime();
        while (told.getAsLong() < timers) {
            Thread.sleep(200);
        }
        return timers / ((System.nanoTime() - begin) / 1e9);
    }

    /** One timer now and then: the time from its due date to its ladder, which the pause of an idle executor bounds. */
    private void idle(ConfigurableApplicationContext tuntas) throws Exception {
        ProcessEngine engine = tuntas.getBean(ProcessEngine.class);
        JdbcClient db = tuntas.getBean(JdbcClient.class);
        Random random = new Random(7);
        long[] delays = new long[idleTimers];
        for (int number = 0; number < idleTimers; number++) {
            String instance = openCase(engine);
            String job = db.sql(
                            """
                            select j.id_ from act_ru_job j join act_ru_task t on t.execution_id_ = j.execution_id_
                            where t.proc_inst_id_ = ? and t.task_def_key_ = 'terima-laporan'""")
                    .param(instance)
                    .query(String.class)
                    .single();
            Date due = Date.from(Instant.now().plusMillis(500 + random.nextInt(3000)));
            db.sql("update step_clock set due_at = ? where process_instance_id = ? and step_id = 'terima-laporan'")
                    .params(new java.sql.Timestamp(due.getTime()), instance)
                    .update();
            engine.getManagementService().setJobDuedate(job, due);
            while (db.sql("select count(*) from step_clock where process_instance_id = ? and rung > 0")
                            .param(instance)
                            .query(Long.class)
                            .single()
                    == 0) {
                Thread.sleep(20);
            }
            delays[number] = System.currentTimeMillis() - due.getTime();
        }
        Arrays.sort(delays);
        System.out.printf(
                "RESULT idle, %d timers: delay p50 %d ms, p99 %d ms, longest %d ms%n",
                idleTimers, delays[idleTimers / 2], delays[idleTimers * 99 / 100 - 1], delays[idleTimers - 1]);
    }

    private static String openCase(ProcessEngine engine) {
        engine.getIdentityService().setAuthentication(OFFICER, List.of(OFFICER), List.of("manggarai-barat"));
        try {
            String definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey("penanganan-korban")
                    .latestVersion()
                    .singleResult()
                    .getId();
            return engine.getFormService()
                    .submitStartForm(
                            definition,
                            Map.of(
                                    "bahayaSaatIni",
                                    "tidak",
                                    "kronologiSingkat",
                                    "Laporan untuk pengukuran.",
                                    "kanal",
                                    "telepon",
                                    "waktuLapor",
                                    "2026-11-01T08:00",
                                    "pelaporAdalah",
                                    "korban"))
                    .getId();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private static ConfigurableApplicationContext tuntas() {
        return new SpringApplicationBuilder(Tuntas.class)
                .profiles("demo", "benchmark")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + TestDatabases.newPostgres() + TestDatabases.AS_DOCUMENTED,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=",
                        "--tuntas.demo.sample-cases=false");
    }

    private static BpmnModelInstance bareProcess() {
        return Bpmn.createExecutableProcess("bare")
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
}
