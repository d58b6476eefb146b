package id.tuntas.demo;

import id.tuntas.Tuntas;
import id.tuntas.demo.Story.Case;
import id.tuntas.demo.Story.Move;
import id.tuntas.engine.Rehearsal;
import id.tuntas.testing.TestDatabases;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.impl.util.ClockUtil;
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
 * What sealing costs: the cases of the demo are played step by step, each step a transaction of its own, on two
 * applications that run side by side on PostgreSQL, one as it is and one without the plug-in that seals. They take turns,
 * so that whatever else the machine does hits both.
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
            Rehearsal clear = off.getBean(Rehearsal.class);
            Rehearsal sealed = on.getBean(Rehearsal.class);
            int steps =
                    story.kasus().stream().mapToInt(one -> one.langkah().size()).sum();
            double[] ofClear = new double[rounds];
            double[] ofSealed = new double[rounds];
            for (int round = -warmUp; round < rounds; round++) {
                double one = steps / seconds(clear);
                double other = steps / seconds(sealed);
                if (round >= 0) {
                    ofClear[round] = one;
                    ofSealed[round] = other;
                }
            }
            if (sealedRows(off) > 0 || sealedRows(on) == 0) {
                throw new IllegalStateException("One of the two does not do what it is measured for");
            }
            System.out.printf(
                    "%nRESULT %d rounds of %d steps: in clear %.1f/s, sealed %.1f/s, ratio of medians %.2f%n",
                    rounds, steps, median(ofClear), median(ofSealed), median(ofSealed) / median(ofClear));
        }
    }

    private static int sealedRows(ConfigurableApplicationContext tuntas) {
        return tuntas.getBean(JdbcClient.class)
                .sql("select count(*) from act_ru_variable where text2_ = 'enc1'")
                .query(Integer.class)
                .single();
    }

    private double seconds(Rehearsal rehearsal) {
        long begin = System.nanoTime();
        try {
            story.kasus().forEach(one -> play(rehearsal, one));
        } finally {
            ClockUtil.reset();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void play(Rehearsal rehearsal, Case one) {
        Instant now = Instant.now();
        String instance = null;
        for (Move move : one.langkah()) {
            Instant time = now.minus(move.lalu());
            var answers = move.answers(OffsetDateTime.ofInstant(time, ZONE));
            if (instance == null) {
                instance = rehearsal.start(time, move.oleh(), move.langkah(), answers);
            } else {
                rehearsal.complete(time, move.oleh(), instance, move.langkah(), answers);
            }
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static ConfigurableApplicationContext tuntas(boolean sealing) {
        return new SpringApplicationBuilder(Tuntas.class)
                .profiles("demo")
                .initializers(context -> context.addBeanFactoryPostProcessor(beans -> {
                    if (!sealing) {
                        ((BeanDefinitionRegistry) beans).removeBeanDefinition("protectionPlugin");
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
