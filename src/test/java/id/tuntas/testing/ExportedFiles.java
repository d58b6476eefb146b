package id.tuntas.testing;

import id.tuntas.export.Book;
import id.tuntas.export.Format;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** Reads exported files with libraries that did not write them. */
public final class ExportedFiles {

    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private ExportedFiles() {}

    public static byte[] written(Format format, Book book) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            format.write(book, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines of cells, the heading first. */
    public static List<List<String>> csv(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        if (!text.startsWith("\uFEFF") || !text.endsWith("\r\n")) {
            throw new AssertionError("No mark at the beginning, or a line that does not end");
        }
        CSVFormat rfc = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text.substring(1)), rfc)) {
            return parser.stream().map(line -> line.stream().toList()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Rows of cells by sheet, the heading first; text as a spreadsheet shows it, numbers as they are stored.
     *
     * @throws AssertionError if a cell is a formula
     */
    public static Map<String, List<List<String>>> xlsx(byte[] file) {
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                sheets.put(
                        sheet.getName(),
                        sheet.read().stream()
                                .map(row ->
                                        row.stream().map(ExportedFiles::text).toList())
                                .toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sheets;
    }

    /** The types of the cells below the heading. */
    public static List<CellType> types(byte[] file, int row) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            Row cells = workbook.getFirstSheet().read().get(row);
            return cells.stream()
                    .map(cell -> cell == null ? null : cell.getType())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getRawValue() == null) {
            return "";
        }
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            throw new AssertionError("A formula: " + cell.getFormula());
        }
        return ESCAPED.matcher(cell.getRawValue())
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(found.group(1), 16))));
    }
}
