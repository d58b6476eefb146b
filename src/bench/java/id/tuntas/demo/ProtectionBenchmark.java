package id.tuntas.demo;

import id.tuntas.Tuntas;
import id.tuntas.demo.Story.Case;
import id.tuntas.demo.Story.Move;
import id.tuntas.testing.Node;
import id.tuntas.testing.TestDatabases;
import id.tuntas.walk.RestClient;
import java.io.IOException;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
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
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What protection costs: officers work the cases of the demo by Camunda REST, form by form, as Tasklist does: look for the
 * step, claim it, read what its form shows, send the form. They do so at two processes side by side, each with a database
 * of its own in the same PostgreSQL: one as it is, the other {@link Unprotected}. They take turns case by case, so that
 * whatever else the machine does hits both.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@State(Scope.Benchmark)
public class ProtectionBenchmark {

    private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");
    private static final List<String> JVM = List.of("-Xmx1g", "-XX:+UseSerialGC");

    @Param("40")
    public int rounds;

    @Param("15")
    public int warmUp;

    private final Story story = Story.read(new ClassPathResource("demo/kasus-contoh.yaml"));

    @Benchmark
    public void steps() throws IOException {
        String bareData = TestDatabases.newPostgres() + TestDatabases.AS_DOCUMENTED;
        String protectedData = TestDatabases.newPostgres() + TestDatabases.AS_DOCUMENTED;
        try (Node off = node(bareData, Unprotected.class);
                Node on = node(protectedData, Tuntas.class)) {
            measure(officers(off), officers(on));
        }
        check(bareData, protectedData);
    }

    private void measure(Map<String, RestClient> bare, Map<String, RestClient> guarded) {
        int steps = story.kasus().stream().mapToInt(one -> one.langkah().size()).sum();
        double[] ofBare = new double[rounds];
        double[] ofGuarded = new double[rounds];
        double[] ratio = new double[rounds];
        for (int round = -warmUp; round < rounds; round++) {
            double inBare = 0;
            double inGuarded = 0;
            for (Case one : story.kasus()) {
                inBare += seconds(bare, one);
                inGuarded += seconds(guarded, one);
            }
            System.out.printf("round %d: bare %.1f/s, protected %.1f/s%n", round, steps / inBare, steps / inGuarded);
            if (round >= 0) {
                ofBare[round] = steps / inBare;
                ofGuarded[round] = steps / inGuarded;
                ratio[round] = inBare / inGuarded;
            }
        }
        System.out.printf(
                "%nRESULT %d rounds of %d steps: bare %.1f/s, protected %.1f/s, median of the rounds' ratios %.2f%n",
                rounds, steps, median(ofBare), median(ofGuarded), median(ratio));
    }

    private static void check(String bareData, String protectedData) {
        for (String traces : List.of(
                "act_ru_variable where text2_ = 'enc1'",
                "act_hi_varinst where text2_ = 'enc1'",
                "data_key",
                "audit_entry",
                "audit_entry where kind = 'VALUES_SEEN'",
                "audit_seal")) {
            if (count(bareData, traces) > 0 || count(protectedData, traces) == 0) {
                throw new IllegalStateException("One of the two does not do what it is measured for: " + traces);
            }
        }
    }

    private static int count(String data, String rows) {
        return JdbcClient.create(new DriverManagerDataSource(data, "postgres", ""))
                .sql("select count(*) from " + rows)
                .query(Integer.class)
                .single();
    }

    private Map<String, RestClient> officers(Node tuntas) {
        Map<String, RestClient> officers = new HashMap<>();
        story.kasus().stream()
                .flatMap(one -> one.langkah().stream())
                .forEach(move -> officers.computeIfAbsent(
                        move.oleh(), user -> new RestClient(tuntas.port(), user, "tuntas-demo")));
        return officers;
    }

    private static double seconds(Map<String, RestClient> officers, Case one) {
        long begin = System.nanoTime();
        play(officers, one);
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void play(Map<String, RestClient> officers, Case one) {
        String instance = null;
        for (Move move : one.langkah()) {
            RestClient officer = officers.get(move.oleh());
            Map<String, Object> form = RestClient.typed(move.answers(OffsetDateTime.now(ZONE)));
            if (instance == null) {
                instance = officer.post("/process-definition/key/" + move.langkah() + "/submit-form", form)
                        .path("id")
                        .asText();
            } else {
                complete(officer, move, instance, form);
            }
        }
    }

    private static void complete(RestClient officer, Move move, String instance, Map<String, Object> form) {
        String query = "?maxResults=1&processInstanceId=" + instance + "&taskDefinitionKey=" + move.langkah();
        String step = officer.get("/task" + query).path(0).path("id").asText();
        officer.post("/task/" + step + "/claim", Map.of("userId", move.oleh()));
        officer.get("/task/" + step + "/form-variables?deserializeValues=false");
        officer.post("/task/" + step + "/submit-form", form);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Node node(String data, Class<?> main) throws IOException {
        return Node.on(
                data,
                main,
                Files.createTempDirectory("protection"),
                JVM,
                "--camunda.bpm.job-execution.enabled=false",
                "--tuntas.demo.sample-cases=false");
    }
}
