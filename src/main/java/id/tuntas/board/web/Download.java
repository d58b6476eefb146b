package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.Field;
import id.tuntas.export.Book;
import id.tuntas.export.Format;
import id.tuntas.shared.District;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A page as a file.
 *
 * @param page what is in it, in one word of the address
 * @param more what the page was asked beside the filter, as codes: {@code urut:tenggat}
 * @param now the moment its figures speak of
 */
record Download(String page, Format format, BoardFilter filter, List<String> more, Book book, Instant now) {

    /** Letters, digits, hyphens and dots only: {@code tuntas-daftar-manado-2026-11-22.csv}. */
    String fileName() {
        List<District> districts = filter.districts();
        String where = districts.size() == 1 ? districts.get(0).id() : districts.size() + "-daerah";
        ZoneId zone = districts.stream().map(District::zone).findFirst().orElse(ZoneOffset.UTC);
        String name = String.join(
                "-", "tuntas", page, where, LocalDate.ofInstant(now, zone).toString());
        return name.replaceAll("[^A-Za-z0-9-]", "") + "." + format.suffix();
    }

    /** The filter for the audit: codes of the address, and of a person only that one was named. */
    List<String> codes() {
        return Stream.concat(filter.values().entrySet().stream().map(Download::code), more.stream())
                .toList();
    }

    private static String code(Map.Entry<Field, String> set) {
        String word = set.getKey().word();
        boolean aPerson = set.getKey() == Field.PERSON && !Field.NONE.equals(set.getValue());
        return aPerson ? word : word + ":" + set.getValue();
    }
}
