package id.tuntas.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;

/** The forms a book can leave in. */
public enum Format {
    CSV("csv", "text/csv;charset=UTF-8", Long.MAX_VALUE),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XlsxFile.ROWS - 1L);

    private final String suffix;
    private final String mediaType;
    private final long most;

    Format(String suffix, String mediaType, long most) {
        this.suffix = suffix;
        this.mediaType = mediaType;
        this.most = most;
    }

    public static Optional<Format> of(String suffix) {
        return Stream.of(values())
                .filter(format -> format.suffix.equals(suffix))
                .findFirst();
    }

    /** Of the file's name, without a dot. */
    public String suffix() {
        return suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Rows of one table that fit in, without the heading. */
    public long most() {
        return most;
    }

    public boolean holds(Book book) {
        return book.tables().stream().allMatch(table -> table.count() <= most);
    }

    /**
     * Writes the whole book and leaves the stream open. If this throws, what was written is no complete file.
     *
     * @throws IllegalArgumentException if the book has more rows than fit in; then nothing was written
     */
    public void write(Book book, OutputStream out) throws IOException {
        if (!holds(book)) {
            throw new IllegalArgumentException("More rows than fit into " + this);
        }
        try {
            if (this == CSV) {
                new CsvFile(out).write(book);
            } else {
                new XlsxFile(out).write(book);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
