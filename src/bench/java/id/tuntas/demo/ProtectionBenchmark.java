package id.tuntas.demo;

import id.tuntas.Tuntas;
import id.tuntas.demo.Story.Case;
import id.tuntas.demo.Story.Move;
import id.tuntas.testing.TestDatabases;
import id.tuntas.walk.RestClient;
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
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What protection costs: officers work the cases of the demo by Camunda REST, form by form, as Tasklist does: look for the
 * step, claim it, read what its form shows, send the form. They do so at two applications that run side by side on
 * PostgreSQL, one as it is and one that neither seals values, nor keeps an audit, nor looks at what leaves. They take
 * turns, so that whatever else the machine does hits both.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
        value = 1,
        jvmArgs = {"-Xmx2g", "-XX:+UseSerialGC"})
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@State(Scope.Benchmark)
public class ProtectionBenchmark {

    private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");

    @Param("40")
    public int rounds;

    @Param("15")
    public int warmUp;

    private final Story story = Story.read(new ClassPathResource("demo/kasus-contoh.yaml"));

    @Benchmark
    public void steps() {
        try (ConfigurableApplicationContext off = tuntas(false);
                ConfigurableApplicationContext on = tuntas(true)) {
            Map<String, RestClient> bare = officers(off);
            Map<String, RestClient> protectedOnes = officers(on);
            int steps =
                    story.kasus().stream().mapToInt(one -> one.langkah().size()).sum();
            double[] ofBare = new double[rounds];
            double[] ofProtected = new double[rounds];
            for (int round = -warmUp; round < rounds; round++) {
                double one = steps / seconds(bare);
                double other = steps / seconds(protectedOnes);
                if (round >= 0) {
                    ofBare[round] = one;
                    ofProtected[round] = other;
                }
            }
            check(off, on);
            System.out.printf(
                    "%nRESULT %d rounds of %d steps: bare %.1f/s, protected %.1f/s, ratio of medians %.2f%n",
                    rounds, steps, median(ofBare), median(ofProtected), median(ofProtected) / median(ofBare));
        }
    }

    private static void check(ConfigurableApplicationContext off, ConfigurableApplicationContext on) {
        String sealed = "select count(*) from act_ru_variable where text2_ = 'enc1'";
        String looks = "select count(*) from audit_entry where kind = 'VALUES_SEEN'";
        if (count(off, sealed) > 0 || count(off, looks) > 0 || count(on, sealed) == 0 || count(on, looks) == 0) {
            throw new IllegalStateException("One of the two does not do what it is measured for");
        }
    }

    private static int count(ConfigurableApplicationContext tuntas, String sql) {
        return tuntas.getBean(JdbcClient.class).sql(sql).query(Integer.class).single();
    }

    private Map<String, RestClient> officers(ConfigurableApplicationContext tuntas) {
        int port = tuntas.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        Map<String, RestClient> officers = new HashMap<>();
        story.kasus().stream()
                .flatMap(one -> one.langkah().stream())
                .forEach(move ->
                        officers.computeIfAbsent(move.oleh(), user -> new RestClient(port, user, "tuntas-demo")));
        return officers;
    }

    private double seconds(Map<String, RestClient> officers) {
        long begin = System.nanoTime();
        story.kasus().forEach(one -> play(officers, one));
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
        String step = officer.get("/task?processInstanceId=" + instance + "&taskDefinitionKey=" + move.langkah())
                .path(0)
                .path("id")
                .asText();
        officer.post("/task/" + step + "/claim", Map.of("userId", move.oleh()));
        officer.get("/task/" + step + "/form-variables?deserializeValues=false");
        officer.post("/task/" + step + "/submit-form", form);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static ConfigurableApplicationContext tuntas(boolean isProtected) {
        return new SpringApplicationBuilder(Tuntas.class)
                .profiles("demo")
                .initializers(context -> context.addBeanFactoryPostProcessor(beans -> {
                    if (!isProtected) {
                        List.of("protectionPlugin", "auditPlugin", "valueDoor")
                                .forEach(((BeanDefinitionRegistry) beans)::removeBeanDefinition);
                    }
                }))
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + TestDatabases.newPostgres(),
                        "--spring.datasource.username=postgres",
                        "--spring.datasource.password=",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--tuntas.demo.sample-cases=false");
    }
}
