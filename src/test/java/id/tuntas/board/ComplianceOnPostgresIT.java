package id.tuntas.board;

import id.tuntas.testing.TestDatabases;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

class ComplianceOnPostgresIT extends ComplianceContract {

    private static final DataSource POSTGRES = made();

    private static DataSource made() {
        // one connection for all: a new one for each row takes a minute
        DataSource database = new SingleConnectionDataSource(TestDatabases.newPostgres(), "postgres", "", true);
        FiguresContract.migrate(database, "postgresql");
        return database;
    }

    @Override
    DataSource database() {
        return POSTGRES;
    }
}
