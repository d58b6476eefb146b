package id.tuntas.audit.web;

import id.tuntas.audit.AuditReader.Line;
import id.tuntas.export.Book;
import id.tuntas.export.Column;
import id.tuntas.export.Format;
import id.tuntas.export.Kind;
import id.tuntas.export.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Rows of the audit as a file for a spreadsheet; times are in UTC. */
final class AuditCsv {

    private static final List<Column> COLUMNS = Stream.of(
                    "id",
                    "waktu",
                    "pengguna",
                    "kelompok",
                    "daerah",
                    "alamat",
                    "kejadian",
                    "kasus",
                    "langkah",
                    "isian",
                    "alasan")
            .map(heading -> new Column(heading, heading.equals("id") ? Kind.NUMBER : Kind.TEXT))
            .toList();

    private AuditCsv() {}

    /** @param lines gives each line to whom it is handed */
    static void write(Consumer<Consumer<Line>> lines, OutputStream out) throws IOException {
        Table.Rows rows = reader -> lines.accept(line -> reader.accept(row(line)));
        Format.CSV.write(Book.of(new Table("audit", 1, COLUMNS, Table.UNKNOWN, rows)), out);
    }

    private static List<?> row(Line line) {
        return Arrays.asList(
                line.id(),
                line.at().toString(),
                line.actor(),
                line.groups(),
                line.districts(),
                line.address(),
                line.kind(),
                line.caseNumber(),
                line.stepId(),
                line.fields(),
                line.reason());
    }
}
