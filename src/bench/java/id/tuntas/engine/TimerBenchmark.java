package id.tuntas.engine;

import id.tuntas.Tuntas;
import id.tuntas.testing.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Timeout;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Many steps late at one instant, on PostgreSQL: how long until each has its ladder, next to a bare engine whose timers
 * each open one task; the two take turns. Then single timers of an idle system: how late they fire.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Timeout(time = 1, timeUnit = TimeUnit.HOURS) // JMH would interrupt it after ten minutes
@State(Scope.Benchmark)
public class TimerBenchmark {

    private static final int WARM_UP = 10; // part of the timers
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final String TUNTAS = "tuntas";
    private static final String OFFICER = "petugas-pengaduan";

    @Param("10000")
    public int timers;

    @Param("100")
    public int idleTimers;

    @Benchmark
    public void lateAtOnce() throws Exception {
        Turns turns = new Turns();
        try (BareEngine bareEngine = new BareEngine(turns);
                ConfigurableApplicationContext tuntas = tuntas(turns)) {
            LateSteps bare = bareEngine.steps();
            LateSteps ours = stepsOf(tuntas);
            lateAtOnce(timers / WARM_UP, turns, bare, ours);
            lateAtOnce(timers, turns, bare, ours);
            System.out.printf(
                    "%nRESULT %d timers: bare engine %.0f/s, Tuntas %.0f/s, ratio %.2f%n",
                    timers, bare.rate(), ours.rate(), ours.rate() / bare.rate());
            turns.give(TUNTAS);
            idle(tuntas);
        }
    }

    private static void lateAtOnce(int timers, Turns turns, LateSteps... engines) throws InterruptedException {
        for (LateSteps engine : engines) {
            engine.open(timers);
        }
        while (!Arrays.stream(engines).allMatch(LateSteps::isDone)) {
            for (LateSteps engine : engines) {
                if (!engine.isDone()) {
                    engine.work(turns, TURN);
                }
            }
        }
    }

    private static LateSteps stepsOf(ConfigurableApplicationContext tuntas) {
        JdbcClient db = tuntas.getBean(JdbcClient.class);
        ProcessEngine engine = tuntas.getBean(ProcessEngine.class);
        return new LateSteps(TUNTAS, tuntas.getBean(DataSource.class), () -> openCase(engine), () -> db.sql(
                        "select count(*) from act_ru_task where task_def_key_ = ?")
                .param("tindak-lanjut-keterlambatan")
                .query(Long.class)
                .single());
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

    private static ConfigurableApplicationContext tuntas(Turns turns) {
        return new SpringApplicationBuilder(Tuntas.class)
                .profiles("demo", "benchmark")
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(inTurns(turns)))
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + TestDatabases.newPostgres() + TestDatabases.AS_DOCUMENTED,
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=",
                        "--tuntas.clocks.sweep=PT1H", // it has other things to do, and would do them in the turns of
                        // the other
                        "--tuntas.demo.sample-cases=false");
    }

    private static BeanPostProcessor inTurns(Turns turns) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if ("camundaTaskExecutor".equals(name)) {
                    ((ThreadPoolTaskExecutor) bean).setTaskDecorator(job -> () -> turns.run(TUNTAS, job));
                }
                return bean;
            }
        };
    }
}
