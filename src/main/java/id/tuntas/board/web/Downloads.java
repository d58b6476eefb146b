package id.tuntas.board.web;

import id.tuntas.audit.AuditEntry;
import id.tuntas.audit.AuditLog;
import id.tuntas.board.BadFilter;
import id.tuntas.board.BadFilter.Reason;
import id.tuntas.export.Format;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Lets files leave: who took what is on record before the first byte is on its way. */
@Component
class Downloads {

    /** A long list holds a connection to the database as long as somebody takes to fetch it. */
    private static final int LONG_ONES = 4;

    private final Semaphore free = new Semaphore(LONG_ONES);
    private final AuditLog log;

    Downloads(AuditLog log) {
        this.log = log;
    }

    /** @throws BadFilter if the address names none that there is */
    Format format(String typed) {
        return Format.of(typed == null ? "" : typed.strip())
                .orElseThrow(() -> new BadFilter(DownloadLinks.FORMAT, Reason.NOT_A_FORM, typed));
    }

    /**
     * Does what reads the database while it writes.
     *
     * @throws Busy if others do so already
     */
    void oneOfFew(Runnable work) {
        if (!free.tryAcquire()) {
            throw new Busy();
        }
        try {
            work.run();
        } finally {
            free.release();
        }
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
        log.recordNow(AuditEntry.of("BOARD_EXPORTED")
                .about(download.codes())
                .because(download.page() + " " + format.suffix() + " "
                        + download.book().count()));
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
