package id.tuntas.export;

import java.util.List;
import java.util.function.Consumer;

/**
 * Rows with the same columns.
 *
 * @param name in the reader's words; in XLSX the name of a sheet, of which 31 characters are seen
 * @param names how many columns, from the first on, say what a row is about
 * @param count how many rows there will be; {@link #UNKNOWN} if nobody has counted
 * @param rows each row has as many cells as there are columns; read once, while the file is written
 */
public record Table(String name, int names, List<Column> columns, long count, Rows rows) {

    public static final long UNKNOWN = -1;

    public Table {
        columns = List.copyOf(columns);
        if (names < 1 || names > columns.size()) {
            throw new IllegalArgumentException("A row is named by one of its columns at least");
        }
    }

    /** A table that is in memory anyway. */
    public static Table of(String name, int names, List<Column> columns, List<? extends List<?>> rows) {
        return new Table(name, names, columns, rows.size(), reader -> rows.forEach(reader));
    }

    /**
     * Gives the rows to the reader and says how many these were.
     *
     * @throws IllegalStateException if they are not as many as was said: a file must not look complete then
     */
    void read(Consumer<List<?>> reader) {
        long[] read = {0};
        rows.each(row -> {
            if (row.size() != columns.size()) {
                throw new IllegalStateException("A row of " + row.size() + " cells in a table of " + columns.size());
            }
            reader.accept(row);
            read[0]++;
        });
        if (count != UNKNOWN && count != read[0]) {
            throw new IllegalStateException(count + " rows were announced, " + read[0] + " came");
        }
    }

    /** Where rows come from. */
    @FunctionalInterface
    public interface Rows {

        /** Gives every row to the reader, one after the other. */
        void each(Consumer<List<?>> reader);
    }
}
