package id.tuntas.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A book as RFC 4180: commas, every text in quotes, lines end with CR LF, UTF-8 with its mark, for without it spreadsheets
 * take a file for Latin-1. Numbers have a point, shares are parts of 1, moments are local and to the second.
 */
final class CsvFile {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final Writer out;

    CsvFile(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    void write(Book book) throws IOException {
        out.write('\uFEFF');
        if (book.headings().isEmpty()) {
            Table table = book.tables().get(0);
            line(table.columns().stream().map(Column::heading).toList());
            table.read(this::line);
        } else {
            line(book.headings());
            book.tables().forEach(table -> table.read(row -> byCell(table, row)));
        }
        out.flush();
    }

    private void byCell(Table table, List<?> row) {
        String name = row.subList(0, table.names()).stream()
                .filter(Objects::nonNull)
                .map(CsvFile::plain)
                .collect(Collectors.joining(" · "));
        for (int i = table.names(); i < row.size(); i++) {
            if (row.get(i) != null && !row.get(i).equals("")) {
                line(List.of(table.name(), name, table.columns().get(i).heading(), row.get(i)));
            }
        }
        if (table.names() == row.size()) {
            line(List.of(table.name(), name, "", ""));
        }
    }

    private void line(List<?> cells) {
        try {
            for (int i = 0; i < cells.size(); i++) {
                if (i > 0) {
                    out.write(',');
                }
                out.write(cell(cells.get(i)));
            }
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(Object value) {
        if (value == null || value.equals("")) {
            return "";
        }
        return value instanceof String text ? '"' + Cells.harmless(text).replace("\"", "\"\"") + '"' : plain(value);
    }

    private static String plain(Object value) {
        if (value instanceof LocalDateTime moment) {
            return moment.format(MOMENT);
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        if (value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof LocalDate) {
            return value.toString();
        }
        throw new IllegalArgumentException("No cell holds a " + value.getClass());
    }
}
