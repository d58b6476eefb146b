package id.tuntas.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Real databases for tests: one PostgreSQL for the whole test run, a database of its own for each context. */
public final class TestDatabases {

    /** What the how-to tells to put behind the address of the production database. */
    public static final String AS_DOCUMENTED = "&reWriteBatchedInserts=true";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabases() {}

    /** Makes the context of the test use the PostgreSQL; call it from a {@code @DynamicPropertySource}. */
    public static void usePostgres(DynamicPropertyRegistry properties) {
        String database = newDatabase();
        properties.add("spring.datasource.url", () -> Postgres.SERVER.getJdbcUrl("postgres", database) + AS_DOCUMENTED);
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "");
        // at the end of the run the server may stop before the contexts do: they must not wait for it
        properties.add("spring.datasource.hikari.connection-timeout", () -> 3000);
    }

    /** JDBC address of a new database on that PostgreSQL; user postgres, no password. */
    public static String newPostgres() {
        return Postgres.SERVER.getJdbcUrl("postgres", newDatabase());
    }

    /** A new database whose connections are kept: PostgreSQL starts a process for each new one. */
    public static DataSource newPostgresPool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(newPostgres());
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(4);
        return pool;
    }

    private static String newDatabase() {
        String name = "tuntas" + COUNT.incrementAndGet();
        try (Connection connection = Postgres.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot make the database " + name, e);
        }
    }

    /** Started at the first use, stopped with the JVM. */
    private static final class Postgres {

        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
