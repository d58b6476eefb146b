package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.export.Book;
import id.tuntas.export.Format;
import id.tuntas.shared.District;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

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
}
