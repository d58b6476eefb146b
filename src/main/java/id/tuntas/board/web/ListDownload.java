package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.Field;
import id.tuntas.board.Figures;
import id.tuntas.board.Sort;
import id.tuntas.board.WholeList;
import id.tuntas.export.Book;
import id.tuntas.export.Format;
import id.tuntas.export.Table;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A list as a file: all of it, in the order of the page, and as long as the figure says. */
@Component
class ListDownload {

    private final Downloads downloads;
    private final WholeList whole;
    private final Figures figures;
    private final ListTable tables;
    private final DownloadNotes notes;
    private final BoardWords words;
    private final Clock clock;

    ListDownload(
            Downloads downloads,
            WholeList whole,
            Figures figures,
            ListTable tables,
            DownloadNotes notes,
            BoardWords words,
            Clock clock) {
        this.downloads = downloads;
        this.whole = whole;
        this.figures = figures;
        this.tables = tables;
        this.notes = notes;
        this.words = words;
        this.clock = clock;
    }

    /**
     * @param form as typed in the address
     * @throws id.tuntas.board.BadFilter if there is no such form, or the list is too long for it
     * @throws Downloads.Busy if too many others fetch long lists
     */
    void send(BoardFilter filter, Sort sort, String form, Locale locale, HttpServletResponse response) {
        Format format = downloads.format(form);
        Instant now = clock.instant();
        boolean sent = whole.inOneView(() -> {
            Table table = tables.of(filter, sort, figures.count(filter, now), now, locale);
            downloads.send(
                    new Download(
                            "daftar",
                            format,
                            filter,
                            List.of("urut:" + sort.word()),
                            book(filter, sort, table, now, locale),
                            now),
                    response);
        });
        if (!sent) {
            throw new Downloads.Busy();
        }
    }

    private Book book(BoardFilter filter, Sort sort, Table table, Instant now, Locale locale) {
        BoardFilter said = filter.value(Field.STATE).isPresent() ? filter : filter.in(filter.state());
        return notes.one(
                words.state(filter.state(), locale),
                said,
                List.of(
                        words.text("board.state.how." + filter.state().word(), locale),
                        words.text("unduh.order", locale, words.text("board.sort." + sort.word(), locale)),
                        words.text("unduh.how.time", locale)),
                table,
                now,
                locale);
    }
}
