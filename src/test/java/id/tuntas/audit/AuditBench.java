package id.tuntas.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.tuntas.shared.District;
import id.tuntas.shared.Districts;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit on a database of its own, without the rest of the program; each counts as a node. */
final class AuditBench implements AutoCloseable {

    static final String CASE = "MABAR-2026-0001";

    final HikariDataSource database;
    final JdbcClient db;
    final AuditLog log;
    final Sealer sealer;
    final ChainHeads heads;
    final ChainVerifier verifier;
    final SealWatch watch;
    final TransactionTemplate transaction;

    private AuditBench(String url, String user, Clock clock) {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername(user);
        settings.setPassword("");
        settings.setMaximumPoolSize(12);
        database = new HikariDataSource(settings);
        db = JdbcClient.create(database);
        var transactions = new DataSourceTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        heads = new ChainHeads(db);
        sealer = new Sealer(db, new JdbcTemplate(database), heads, clock, transactions);
        verifier = new ChainVerifier(database, transactions);
        watch = new SealWatch(db, clock);
        log = new AuditLog(
                new AuditTable(db),
                new AuditActor(new Nobody()),
                new CaseDistricts(new OneDistrict()),
                clock,
                transactions,
                "uji");
    }

    static AuditBench on(String url, String user) {
        return new AuditBench(url, user, Clock.systemUTC());
    }

    static AuditBench on(String url, String user, Clock clock) {
        return new AuditBench(url, user, clock);
    }

    static void migrate(String url, String owner) {
        String vendor = url.contains(":postgresql:") ? "postgresql" : "h2";
        Flyway.configure()
                .dataSource(url, owner, "")
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .load()
                .migrate();
    }

    void record(String kind) {
        transaction.executeWithoutResult(
                status -> log.record(AuditEntry.of(kind).inCase(CASE, "p1").about(List.of("umur"))));
    }

    long count(String table) {
        return db.sql("select count(*) from " + table).query(Long.class).single();
    }

    @Override
    public void close() {
        database.close();
    }

    private static final class Nobody implements ActingUser {

        @Override
        public Optional<Person> ofEngine() {
            return Optional.empty();
        }

        @Override
        public List<String> districtsOf(String userId) {
            return List.of();
        }
    }

    private static final class OneDistrict implements Districts {

        @Override
        public List<District> districts() {
            return List.of(new District("manggarai-barat", "MABAR", "Manggarai Barat", ZoneId.of("Asia/Makassar")));
        }

        @Override
        public List<Agency> agencies(String districtId) {
            return List.of();
        }
    }
}
