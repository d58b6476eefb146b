package id.tuntas.calendar;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a CSV with a header line. Commas or semicolons (what Excel writes on an Indonesian computer) separate the cells;
 * lines that begin with {@code #} are remarks.
 */
final class CsvRows {

    private static final int MAX_ROWS = 2_000;
    private static final String REMARK = "#";

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();

    /** @param cells by column; empty where the row is too short, never null */
    record Row(int line, Map<String, String> cells) {

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    private final List<String> columns;
    private final int required;
    private final Faults faults;

    /** @param required how many of the columns, from the first, must be there */
    CsvRows(List<String> columns, int required, Faults faults) {
        this.columns = columns;
        this.required = required;
        this.faults = faults;
    }

    /** @throws InvalidCalendarFile if the file is no such table at all; what is wrong in a row is added to the faults */
    List<Row> read(byte[] file) {
        String text = FileText.of(file);
        ObjectReader csv =
                CSV.readerFor(String[].class).with(CsvSchema.emptySchema().withColumnSeparator(separator(text)));
        List<Row> rows = new ArrayList<>();
        List<String> header = null;
        int number = 0;
        // line by line, so that each row knows its own: no cell here has a reason to go over two lines
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank() || line.startsWith(REMARK)) {
                continue;
            }
            String[] cells = cells(csv, number, line);
            if (Arrays.stream(cells).allMatch(String::isBlank)) {
                continue; // what a spreadsheet leaves below its table
            }
            if (header == null) {
                header = header(number, cells);
            } else if (rows.size() < MAX_ROWS) {
                rows.add(row(number, header, cells));
            } else {
                throw Faults.one("Berkas berisi lebih dari %s baris. Bagi menjadi beberapa berkas.", MAX_ROWS);
            }
        }
        if (rows.isEmpty()) {
            faults.add("Berkas tidak berisi baris data di bawah judul kolom %s.", String.join(",", columns));
        }
        return rows;
    }

    private static String[] cells(ObjectReader csv, int number, String line) {
        try (MappingIterator<String[]> rows = csv.readValues(line)) {
            return rows.next();
        } catch (IOException | RuntimeJsonMappingException e) {
            throw Faults.one("Baris %s: tidak terbaca sebagai CSV. Periksa tanda kutip dan pemisah kolom.", number);
        }
    }

    private List<String> header(int line, String[] cells) {
        List<String> header = new ArrayList<>();
        for (String cell : cells) {
            header.add(cell.strip().toLowerCase(Locale.ROOT));
        }
        boolean known = columns.containsAll(header) && header.containsAll(columns.subList(0, required));
        if (!known || header.stream().distinct().count() < header.size()) {
            throw Faults.one(
                    "Baris %s: judul kolom %s tidak cocok. Tulis baris judul %s.",
                    line, String.join(",", header), String.join(",", columns));
        }
        return header;
    }

    private Row row(int line, List<String> header, String[] cells) {
        if (cells.length > header.size()) {
            faults.add(
                    line,
                    "ada %s kolom, padahal judulnya %s. Beri tanda kutip pada isian yang memuat koma.",
                    cells.length,
                    header.size());
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < Math.min(cells.length, header.size()); i++) {
            row.put(header.get(i), cells[i].strip());
        }
        return new Row(line, row);
    }

    private static char separator(String text) {
        String header = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith(REMARK))
                .findFirst()
                .orElse("");
        return header.contains(";") ? ';' : ',';
    }
}
