package id.tuntas.board.eventlog;

import id.tuntas.testing.TestDatabases;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class EventLogsOnPostgresIT extends EventLogsContract {

    private static final DataSource POSTGRES = made();

    private static DataSource made() {
        DataSource database =
                new SimpleDriverDataSource(new org.postgresql.Driver(), TestDatabases.newPostgres(), "postgres", "");
        migrate(database, "postgresql");
        return database;
    }

    @Override
    DataSource database() {
        return POSTGRES;
    }
}
