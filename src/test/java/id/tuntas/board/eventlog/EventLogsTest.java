package id.tuntas.board.eventlog;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class EventLogsTest extends EventLogsContract {

    private static final DataSource H2 = made();

    private static DataSource made() {
        DataSource database =
                new SimpleDriverDataSource(new org.h2.Driver(), "jdbc:h2:mem:jejak;DB_CLOSE_DELAY=-1", "sa", "");
        migrate(database, "h2");
        return database;
    }

    @Override
    DataSource database() {
        return H2;
    }
}
