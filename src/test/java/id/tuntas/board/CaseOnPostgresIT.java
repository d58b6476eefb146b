package id.tuntas.board;

import id.tuntas.testing.TestDatabases;
import javax.sql.DataSource;

class CaseOnPostgresIT extends CaseContract {

    private static final DataSource POSTGRES = made();

    private static DataSource made() {
        DataSource database = TestDatabases.newPostgresPool();
        FiguresContract.migrate(database, "postgresql");
        return database;
    }

    @Override
    DataSource database() {
        return POSTGRES;
    }
}
