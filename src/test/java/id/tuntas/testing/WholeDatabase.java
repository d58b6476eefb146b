package id.tuntas.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Looks at every column of every table as somebody with the database and without the keys would. */
public final class WholeDatabase {

    private final DataSource database;

    public WholeDatabase(DataSource database) {
        this.database = database;
    }

    /** Table and column of everything that matches, once for each place. */
    public Set<String> whereIs(Pattern secret) {
        Set<String> places = new TreeSet<>();
        try (Connection connection = database.getConnection()) {
            for (String table : tables(connection)) {
                search(connection, table, secret, places);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return places;
    }

    public Set<String> whereIs(String secret) {
        return whereIs(Pattern.compile(Pattern.quote(secret)));
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = connection
                .getMetaData()
                .getTables(connection.getCatalog(), null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (row.next()) {
                if (row.getString("TABLE_SCHEM").equalsIgnoreCase("public")) {
                    tables.add(row.getString("TABLE_NAME"));
                }
            }
        }
        return tables;
    }

    private static void search(Connection connection, String table, Pattern secret, Set<String> places)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from \"" + table + "\"")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int column = 1; column <= columns; column++) {
                    if (secret.matcher(text(row.getObject(column))).find()) {
                        places.add(table + "." + row.getMetaData().getColumnName(column));
                    }
                }
            }
        }
    }

    private static String text(Object value) throws SQLException {
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        if (value instanceof java.sql.Blob blob) {
            return new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.ISO_8859_1);
        }
        if (value instanceof java.sql.Clob clob) {
            return clob.getSubString(1, (int) clob.length());
        }
        return String.valueOf(value);
    }
}
