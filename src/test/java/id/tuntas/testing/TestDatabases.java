package id.tuntas.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.test.context.DynamicPropertyRegistry;

/** Real databases for tests: one PostgreSQL for the whole test run, a database of its own for each context. */
public final class TestDatabases {

    private TestDatabases() {}

    /** Makes the context of the test use the PostgreSQL; call it from a {@code @DynamicPropertySource}. */
    public static void usePostgres(DynamicPropertyRegistry properties) {
        EmbeddedPostgres server = Postgres.SERVER;
        properties.add("spring.datasource.url", () -> server.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.datasource.password", () -> "");
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
