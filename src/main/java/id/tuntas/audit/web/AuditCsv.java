package id.tuntas.audit.web;

import id.tuntas.audit.AuditReader.Line;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes rows for a spreadsheet: times in UTC, and nothing that a spreadsheet would calculate. */
final class AuditCsv {

    private static final String FORMULA = "=+-@\t\r\n|%";

    private final PrintWriter out;

    AuditCsv(PrintWriter out) {
        this.out = out;
        // spreadsheets take a file without this mark for Latin-1
        out.write('\uFEFF');
        row(
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
                "alasan");
    }

    void line(Line line) {
        row(
                String.valueOf(line.id()),
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

    void flush() {
        out.flush();
    }

    private void row(String... cells) {
        out.write(Stream.of(cells).map(AuditCsv::cell).collect(Collectors.joining(",")));
        out.write("\r\n");
    }

    /** Quoted, and with an apostrophe before what would begin a formula. */
    static String cell(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        String harmless = FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
