package id.tuntas.board;

import id.tuntas.Tuntas;
import id.tuntas.access.Visitor;
import id.tuntas.shared.District;
import id.tuntas.shared.Districts;
import id.tuntas.testing.TestDatabases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
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
 * The managers' board over many clocks on PostgreSQL: the first screen as a browser asks for it, then each question of it,
 * next to the same question asked of the engine's own API, by turns. One clock in ten is open, as many tasks stand in the
 * engine's table, and three in ten of them are late; half of all belong to the manager's district.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@State(Scope.Benchmark)
public class BoardBenchmark {

    private static final String DISTRICT = "manggarai-barat";
    private static final String GROUP = "kepala-uptd";
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 60;

    @Param({"100000", "1000000"})
    public int clocks;

    private final Map<String, List<Double>> times = new LinkedHashMap<>();

    @Benchmark
    public void firstScreen() {
        try (ConfigurableApplicationContext tuntas = tuntas()) {
            fill(tuntas.getBean(JdbcClient.class));
            Visitor manager = Visitor.signedIn(
                    tuntas.getEnvironment().getRequiredProperty("local.server.port", Integer.class), GROUP);
            Figures figures = tuntas.getBean(Figures.class);
            ClockList list = tuntas.getBean(ClockList.class);
            BoardFilter late = filter(tuntas).in(BoardState.LATE);
            TaskService tasks = tuntas.getBean(TaskService.class);
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                Instant now = Instant.now();
                time(round, "first screen, HTTP", () -> page(manager, "/pantau"));
                time(round, "list of late steps, HTTP", () -> page(manager, "/pantau/daftar?keadaan=terlambat"));
                if (round % 10 == 0) {
                    time(round, "compliance of a year, HTTP", () -> page(manager, "/pantau/kepatuhan"));
                }
                time(round, "late, counted", () -> figures.count(late, now));
                time(round, "late, counted by the engine", () -> late(tasks, now)
                        .count());
                time(round, "50 latest, listed", () -> list.first(late, Sort.WORST, 50, now));
                time(
                        round,
                        "50 latest, listed by the engine",
                        () -> late(tasks, now).orderByDueDate().asc().listPage(0, 50));
                time(round, "waiting for the manager", () -> figures.count(late.in(BoardState.WAITING), now));
                time(round, "waiting for the manager, by the engine", () -> tasks.createTaskQuery()
                        .tenantIdIn(DISTRICT)
                        .taskCandidateGroup(GROUP)
                        .count());
                time(round, "late by agency, step and person", () -> figures.piles(late, now));
                time(round, "late by step, by the engine", () -> byStep(tasks, now));
                time(round, "late by step and person, by the engine", () -> byStepAndPerson(tasks, now));
            }
            print();
        }
    }

    private static void page(Visitor manager, String path) {
        if (manager.get(path).statusCode() != 200) {
            throw new IllegalStateException("No answer from " + path);
        }
    }

    private static TaskQuery late(TaskService tasks, Instant now) {
        return tasks.createTaskQuery().tenantIdIn(DISTRICT).dueBefore(Date.from(now));
    }

    /** The engine's API counts by one step at a time. */
    private static void byStep(TaskService tasks, Instant now) {
        for (int step = 0; step < 40; step++) {
            late(tasks, now).taskDefinitionKey("langkah-" + step).count();
        }
    }

    /** Nor by a person: all have to come. By agency it cannot be asked at all, which only our table knows. */
    private static void byStepAndPerson(TaskService tasks, Instant now) {
        late(tasks, now).list().stream()
                .collect(Collectors.groupingBy(
                        task -> Arrays.asList(task.getTaskDefinitionKey(), task.getAssignee()), Collectors.counting()));
    }

    private void time(int round, String what, Runnable question) {
        long begin = System.nanoTime();
        question.run();
        if (round >= 0) {
            times.computeIfAbsent(what, key -> new ArrayList<>()).add((System.nanoTime() - begin) / 1e6);
        }
    }

    private void print() {
        System.out.printf("%nRESULT %d clocks, %d rounds; milliseconds p50 / p95%n", clocks, ROUNDS);
        times.forEach((what, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            System.out.printf(
                    "RESULT %-45s %8.1f / %8.1f%n",
                    what, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 95 / 100));
        });
    }

    private static BoardFilter filter(ConfigurableApplicationContext tuntas) {
        List<District> own = tuntas.getBean(Districts.class).districts().stream()
                .filter(district -> district.id().equals(DISTRICT))
                .toList();
        return BoardFilter.of(new Reader(GROUP, List.of(GROUP), own));
    }

    private void fill(JdbcClient db) {
        db.sql(
                        """
                        insert into step_clock (id, kind, case_number, process_instance_id, execution_id,
                            process_definition_id, process_key, sop_version, step_id, stage_id, agency_id, district_id,
                            owner_group, assignee, claimed_at, risk, trafficking, calendar, measure, statutory, budget,
                            total_units, consumed_units, running_since, remind_share, started_at, remind_at,
                            reminded_at, due_at, breached_at, provisional, has_timer, rung, done_at, outcome)
                        select 'ukur-' || n, 'LANGKAH', 'UKUR-2026-' || n / 20, 'p' || n / 20, 'e' || n, 'd', 'penanganan-korban',
                            1, 'langkah-' || n % 40, 'LAPORAN', 'lembaga-' || n % 12,
                            case when n % 2 = 0 then 'manggarai-barat' else 'manado' end,
                            case when n % 50 = 0 then 'kepala-uptd' else 'peksos' end,
                            case when n % 3 = 0 then 'petugas-' || n % 60 end,
                            case when n % 3 = 0 then due - interval '2 days' end,
                            (array['RENDAH', 'SEDANG', 'TINGGI', 'DARURAT'])[1 + n % 4], false, 'terus', 'CALENDAR_TIME', false,
                            'P3D', 259200000, 0, due - interval '3 days', 0.75, due - interval '3 days',
                            due - interval '18 hours',
                            due - interval '18 hours', due,
                            case when open and due < now() or not open and n % 5 = 0 then due end, false, true, 0,
                            case when open then null else due + interval '1 hour' * (n % 5 - 4) end,
                            case when open then null else 'SELESAI' end
                        from (select n, n / 2 % 10 = 0 as open,
                                case when n / 2 % 10 <> 0 then now() - interval '1 minute' * (n % 1000000)
                                    when n / 20 % 10 < 3 then now() - interval '1 minute' * (1 + n / 200 % 4000)
                                    else now() + interval '1 minute' * (1 + n / 200 % 9000) end as due
                            from generate_series(1, :clocks) n) as made""")
                .param("clocks", clocks)
                .update();
        db.sql(
                        """
                        insert into act_ru_task (id_, rev_, name_, task_def_key_, due_date_, create_time_, tenant_id_,
                            suspension_state_, assignee_, priority_)
                        select id, 1, step_id, step_id, due_at, started_at, district_id, 1, assignee, 50
                        from step_clock where done_at is null and id like 'ukur-%'""")
                .update();
        db.sql(
                        """
                        insert into act_ru_identitylink (id_, rev_, group_id_, type_, task_id_, tenant_id_)
                        select 'l' || id, 1, owner_group, 'candidate', id, district_id
                        from step_clock where done_at is null and id like 'ukur-%'""")
                .update();
        db.sql("vacuum analyze").update();
    }

    private static ConfigurableApplicationContext tuntas() {
        return new SpringApplicationBuilder(Tuntas.class)
                .profiles("demo", "benchmark")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + TestDatabases.newPostgres(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--tuntas.demo.sample-cases=false");
    }
}
