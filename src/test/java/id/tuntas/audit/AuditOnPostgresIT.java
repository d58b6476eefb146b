package id.tuntas.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.testing.TestDatabases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What only the production database can show: roles, triggers, and many at once. */
class AuditOnPostgresIT {

    private static final String OWNER = "tuntas_pemilik";
    private static final String APPLICATION = "tuntas_aplikasi";

    private static String url;
    private static AuditBench app;

    /** As the how-to run-on-postgresql says. */
    @BeforeAll
    static void twoRoles() {
        url = TestDatabases.newPostgres();
        try (AuditBench administrator = AuditBench.on(url, "postgres")) {
            for (String sql : List.of(
                    "create role " + OWNER + " login",
                    "create role " + APPLICATION + " login",
                    "grant usage, create on schema public to " + OWNER + ", " + APPLICATION,
                    "alter default privileges for role " + OWNER
                            + " in schema public grant select, insert, update, delete on tables to " + APPLICATION)) {
                administrator.db.sql(sql).update();
            }
        }
        String asOwner = url.replace("user=postgres", "user=" + OWNER);
        AuditBench.migrate(asOwner, OWNER);
        url = url.replace("user=postgres", "user=" + APPLICATION);
        app = AuditBench.on(url, APPLICATION);
    }

    @AfterAll
    static void close() {
        app.close();
    }

    @Test
    void theApplicationsRoleWritesAndSealsAndReads() {
        app.record("BARIS");
        assertThat(app.sealer.run()).isPositive();
        assertThat(app.verifier.verify(null).broken()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_seal set hash = 'x'",
                "delete from audit_seal",
                "truncate audit_seal",
                "alter table audit_entry disable trigger all",
                "drop table audit_seal"
            })
    void theApplicationsRoleMayNotChangeTheAudit(String sql) {
        assertThatThrownBy(() -> app.db.sql(sql).update())
                .hasStackTraceContaining(
                        sql.startsWith("alter") || sql.startsWith("drop") ? "must be owner" : "permission denied for");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'x'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_seal set hash = 'x'",
                "delete from audit_seal",
                "truncate audit_seal"
            })
    void theTriggerRefusesTheOwnerAndTheDatabasesAdministratorToo(String sql) {
        for (String role : List.of(OWNER, "postgres")) {
            try (AuditBench other = AuditBench.on(url.replace("user=" + APPLICATION, "user=" + role), role)) {
                JdbcClient db = other.db;
                assertThatThrownBy(() -> db.sql(sql).update()).hasStackTraceContaining("append-only");
            }
        }
    }

    /** Eight writers, some of whom commit late, some roll back; two sealers on nodes of their own. */
    @Test
    void everyRowIsSealedOnceHoweverManyWriteAndSealAtOnce() throws Exception {
        long before = app.count("audit_entry");
        ExecutorService people = Executors.newFixedThreadPool(10);
        AtomicBoolean writing = new AtomicBoolean(true);
        try (AuditBench other = AuditBench.on(url, APPLICATION)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 8; writer++) {
                Random chance = new Random(writer);
                writers.add(people.submit(() -> write(chance)));
            }
            List<Future<?>> sealers = List.of(
                    people.submit(() -> sealWhile(app, writing)), people.submit(() -> sealWhile(other, writing)));
            wait(writers);
            writing.set(false);
            wait(sealers);
            app.sealer.run();
        } finally {
            people.shutdownNow();
        }

        assertThat(app.count("audit_entry") - before).isBetween(400L, 800L);
        assertThat(app.count("audit_pending")).isZero();
        assertThat(app.count("audit_seal")).isEqualTo(app.count("audit_entry"));
        assertThat(app.verifier.verify(app.heads.now()).broken()).isNull();
    }

    @Test
    void aRowCommittedAfterRowsWithHigherIdsIsSealedLater() throws Exception {
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch overtaken = new CountDownLatch(1);
        ExecutorService late = Executors.newSingleThreadExecutor();
        try {
            Future<?> slow = late.submit(() -> app.transaction.executeWithoutResult(status -> {
                app.log.record(AuditEntry.of("LAMBAT"));
                written.countDown();
                await(overtaken);
            }));
            await(written);
            app.record("CEPAT");
            app.sealer.run();
            overtaken.countDown();
            wait(List.of(slow));
            assertThat(app.sealer.run()).isEqualTo(1);
        } finally {
            late.shutdownNow();
        }

        assertThat(app.db
                        .sql("select e.kind from audit_seal s join audit_entry e on e.id = s.entry_id"
                                + " order by s.sequence desc fetch first 2 rows only")
                        .query(String.class)
                        .list())
                .containsExactly("LAMBAT", "CEPAT");
        assertThat(app.verifier.verify(null).broken()).isNull();
    }

    /** {@code -Dtuntas.audit.rows=1000000} measures what the how-to says about a million rows. */
    @Test
    void aLongChainIsVerifiedInAStream() {
        int rows = Integer.getInteger("tuntas.audit.rows", 5000);
        app.db
                .sql(
                        """
                        with added as (
                            insert into audit_entry (happened_at, actor, actor_groups, actor_districts, address, kind,
                                case_number, process_instance_id, step_id, fields, reason, node)
                            select now(), 'petugas' || n, 'pendamping-ppa', 'manggarai-barat', '192.0.2.1',
                                'STEP_COMPLETED', 'MABAR-2026-0001', gen_random_uuid()::text, 'asesmen-biopsikososial',
                                'umur,alamat,tingkatRisiko,jenisKekerasan', null, 'uji'
                            from generate_series(1, ?) n returning id)
                        insert into audit_pending select id, now() from added""")
                .param(rows)
                .update();
        long start = System.nanoTime();
        app.sealer.run();
        long sealed = System.nanoTime();
        ChainVerifier.Report report = app.verifier.verify(null);
        long verified = System.nanoTime();

        System.out.printf(
                "%d rows: sealed in %d ms, chain of %d verified in %d ms%n",
                rows, (sealed - start) / 1_000_000, report.whole(), (verified - sealed) / 1_000_000);
        assertThat(report.broken()).isNull();
        assertThat(report.whole()).isGreaterThanOrEqualTo(rows);
        assertThat(Duration.ofNanos(verified - sealed)).isLessThan(Duration.ofSeconds(60));
    }

    private static void write(Random chance) {
        for (int row = 0; row < 100; row++) {
            app.transaction.executeWithoutResult(status -> {
                app.log.record(AuditEntry.of("BARIS").inCase(AuditBench.CASE, null));
                if (chance.nextInt(10) == 0) {
                    // others overtake it before it commits
                    app.db.sql("select pg_sleep(0.05)").query(Object.class).optional();
                }
                if (chance.nextInt(8) == 0) {
                    status.setRollbackOnly();
                }
            });
        }
    }

    private static void sealWhile(AuditBench node, AtomicBoolean writing) {
        while (writing.get()) {
            node.sealer.run();
        }
    }

    private static void wait(List<Future<?>> all) throws InterruptedException, ExecutionException {
        for (Future<?> one : all) {
            one.get();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
