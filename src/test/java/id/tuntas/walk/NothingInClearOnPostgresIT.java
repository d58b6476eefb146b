package id.tuntas.walk;

import id.tuntas.TuntasTest;
import id.tuntas.testing.TestDatabases;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With the data directory of a PostgreSQL, its write-ahead log among the files. */
@TuntasTest
class NothingInClearOnPostgresIT extends MarkedCases {

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry properties) {
        TestDatabases.usePostgres(properties);
    }

    @Override
    void flush() {
        db.sql("checkpoint").update();
    }

    @Override
    Path files() {
        return Path.of(db.sql("show data_directory").query(String.class).single());
    }
}
