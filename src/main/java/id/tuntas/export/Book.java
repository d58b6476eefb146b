package id.tuntas.export;

import java.util.List;

/**
 * What goes into one file. XLSX has one sheet for the notes and one for each table. CSV has no place for notes; it holds one
 * table as it is, or any number of tables as one line for each cell: table, row, column, value.
 *
 * @param about what the sheet of the notes is called
 * @param notes where the figures are from and how they were counted
 * @param tables at least one
 * @param headings of these four columns; empty for a CSV of one table as it is
 */
public record Book(String about, List<Note> notes, List<Table> tables, List<String> headings) {

    public Book {
        notes = List.copyOf(notes);
        tables = List.copyOf(tables);
        headings = List.copyOf(headings);
        if (headings.isEmpty() ? tables.size() != 1 : tables.isEmpty() || headings.size() != 4) {
            throw new IllegalArgumentException("No table, or several ones without four headings");
        }
    }

    /** One table, and nothing to say about it. */
    public static Book of(Table table) {
        return new Book("", List.of(), List.of(table), List.of());
    }

    /** Rows of all tables; {@link Table#UNKNOWN} if those of one are not known. */
    public long count() {
        return tables.stream().anyMatch(table -> table.count() == Table.UNKNOWN)
                ? Table.UNKNOWN
                : tables.stream().mapToLong(Table::count).sum();
    }

    /** A line of the notes. */
    public record Note(String label, String text) {}
}
