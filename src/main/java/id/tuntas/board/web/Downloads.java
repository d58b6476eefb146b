package id.tuntas.board.web;

import id.tuntas.board.BadFilter;
import id.tuntas.board.BadFilter.Reason;
import id.tuntas.export.Format;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Lets files leave: who took what is on record before the first byte is on its way. */
@Component
class Downloads {

    private final ExportRecord record;

    Downloads(ExportRecord record) {
        this.record = record;
    }

    /** @throws BadFilter if the address names none that there is */
    Format format(String typed) {
        return Format.of(typed == null ? "" : typed.strip())
                .orElseThrow(() -> new BadFilter(DownloadLinks.FORMAT, Reason.NOT_A_FORM, typed));
    }

    /**
     * Sends the file. If it breaks off, the answer does too: the connection is cut without the mark of its end.
     *
     * @throws BadFilter if it has more rows than fit in; nothing has left then
     */
    void send(Download download, HttpServletResponse response) {
        Format format = download.format();
        if (!format.holds(download.book())) {
            throw new BadFilter(
                    DownloadLinks.FORMAT,
                    Reason.TOO_MANY_ROWS,
                    String.valueOf(download.book().count()));
        }
        record.leaving(
                download.page() + " " + format.suffix() + " " + download.book().count(),
                download.filter(),
                download.more());
        response.setContentType(format.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + download.fileName() + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        boolean whole = false;
        try {
            format.write(download.book(), response.getOutputStream());
            whole = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!whole && !response.isCommitted()) {
                // the page that says what happened is no attachment
                response.reset();
            }
        }
    }

    /** Too many are fetching long lists just now. */
    static class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
