package id.tuntas.walk;

import id.tuntas.TuntasTest;
import id.tuntas.testing.TestDatabases;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With the data directory of a PostgreSQL, its write-ahead log among the files. */
@TuntasTest
class NothingInClearOnPostgresIT extends MarkedCases {

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry properties) {
        TestDatabases.usePostgres(properties);
        MarksInMail.use(properties);
    }

    @Override
    void flush() {
        db.sql("checkpoint").update();
    }

    @Override
    Path files() {
        return Path.of(db.sql("show data_directory").query(String.class).single());
    }

    @Override
    String bytes() {
        return "bytea";
    }

    /** The data as pg_dump writes them, which is not among the programs of the test's server. */
    @Override
    void dump(OutputStream to) throws SQLException, IOException {
        List<String> tables = db.sql("select tablename from pg_tables where schemaname = 'public'")
                .query(String.class)
                .list();
        try (Connection connection = database.getConnection()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : tables) {
                copies.copyOut("copy \"" + table + "\" to stdout", to);
            }
        }
    }
}
