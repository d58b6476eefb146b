package id.tuntas.board.web;

import id.tuntas.audit.AuditEntry;
import id.tuntas.audit.AuditLog;
import id.tuntas.board.BoardFilter;
import id.tuntas.board.Field;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts on record that a file leaves, before its first byte does. */
@Component
class ExportRecord {

    private final AuditLog log;

    ExportRecord(AuditLog log) {
        this.log = log;
    }

    /**
     * @param file page and form in the words of the address, and the rows where they are counted: {@code daftar csv 12}
     * @param more what the page was asked beside the filter, as codes: {@code urut:tenggat}
     */
    void leaving(String file, BoardFilter filter, List<String> more) {
        log.recordNow(AuditEntry.of("BOARD_EXPORTED").because(file).about(codes(filter, more)));
    }

    /** Codes of the address, and of a person only that one was named. */
    static List<String> codes(BoardFilter filter, List<String> more) {
        return Stream.concat(filter.values().entrySet().stream().map(ExportRecord::code), more.stream())
                .toList();
    }

    private static String code(Map.Entry<Field, String> set) {
        String word = set.getKey().word();
        boolean aPerson = set.getKey() == Field.PERSON && !Field.NONE.equals(set.getValue());
        return aPerson ? word : word + ":" + set.getValue();
    }
}
