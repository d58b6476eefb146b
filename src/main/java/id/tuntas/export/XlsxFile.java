package id.tuntas.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A book as XLSX. Texts stand in their own cells and not in the table of strings that the format also has, because that one
 * is kept in memory until the end; a text cell is never a formula. A file that breaks off lacks its directory and opens
 * nowhere.
 */
final class XlsxFile {

    /** Of a sheet, the heading included. */
    static final int ROWS = Worksheet.MAX_ROWS;

    private static final int IN_MEMORY = 500;
    private static final String HEAD = "DCE6F1";
    /** Longer ones go on in a second line. */
    private static final int WIDEST_HEAD = 20;

    private final OutputStream out;

    XlsxFile(OutputStream out) {
        this.out = out;
    }

    /** Not closed when something fails: that would make a file of it that opens. */
    @SuppressWarnings("resource")
    void write(Book book) throws IOException {
        Workbook workbook = new Workbook(out, "Tuntas", null);
        if (!book.notes().isEmpty()) {
            notes(workbook.newWorksheet(Cells.inline(book.about())), book.notes());
        }
        for (Table table : book.tables()) {
            new Sheet(workbook.newWorksheet(Cells.inline(table.name())), table).write();
        }
        workbook.finish();
    }

    private static void notes(Worksheet sheet, List<Book.Note> notes) throws IOException {
        sheet.width(0, 26);
        sheet.width(1, 110);
        for (int row = 0; row < notes.size(); row++) {
            sheet.inlineString(row, 0, Cells.inline(notes.get(row).label()));
            sheet.inlineString(row, 1, Cells.inline(notes.get(row).text()));
            sheet.style(row, 0).bold().verticalAlignment("top").set();
            sheet.style(row, 1).wrapText(true).verticalAlignment("top").set();
        }
        sheet.finish();
    }

    /** One table on its way into a sheet. */
    private static final class Sheet {

        private final Worksheet sheet;
        private final Table table;
        private int row;
        private int written;

        Sheet(Worksheet sheet, Table table) {
            this.sheet = sheet;
            this.table = table;
        }

        void write() throws IOException {
            heading();
            table.read(this::row);
            flush();
            sheet.finish();
        }

        private void heading() {
            List<Column> columns = table.columns();
            for (int i = 0; i < columns.size(); i++) {
                String heading = columns.get(i).heading();
                sheet.width(i, Math.max(columns.get(i).width(), Math.min(heading.length() + 3, WIDEST_HEAD)));
                sheet.inlineString(0, i, Cells.inline(heading));
            }
            sheet.range(0, 0, 0, columns.size() - 1)
                    .style()
                    .bold()
                    .wrapText(true)
                    .verticalAlignment("top")
                    .fillColor(HEAD)
                    .set();
            sheet.freezePane(0, 1);
            sheet.repeatRows(0);
            sheet.pageOrientation("landscape");
            sheet.paperSize(PaperSize.A4_PAPER);
            if (table.count() > 0) {
                sheet.setAutoFilter(0, 0, (int) table.count(), columns.size() - 1);
            }
            row = 1;
            written = 1;
        }

        private void row(List<?> cells) {
            for (int i = 0; i < cells.size(); i++) {
                cell(i, cells.get(i));
            }
            row++;
            if (row - written == IN_MEMORY) {
                try {
                    flush();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private void cell(int column, Object value) {
            if (value instanceof String text) {
                sheet.inlineString(row, column, text.isEmpty() ? null : Cells.inline(text));
            } else if (value instanceof Integer || value instanceof Long || value instanceof Double) {
                sheet.value(row, column, (Number) value);
            } else if (value instanceof LocalDateTime moment) {
                sheet.value(row, column, moment);
            } else if (value instanceof LocalDate day) {
                sheet.value(row, column, day);
            } else if (value != null) {
                throw new IllegalArgumentException("No cell holds a " + value.getClass());
            }
        }

        private void flush() throws IOException {
            for (int i = 0; i < table.columns().size() && row > written; i++) {
                String format = table.columns().get(i).kind().format();
                if (format != null) {
                    sheet.range(written, i, row - 1, i).style().format(format).set();
                }
            }
            written = row;
            sheet.flush();
        }
    }
}
