package id.tuntas.export;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param heading in the reader's words
 * @param width in characters, where the form has widths
 */
public record Column(String heading, Kind kind, int width) {

    public Column {
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(kind, "kind");
    }

    /** As wide as what it holds usually is. */
    public Column(String heading, Kind kind) {
        this(heading, kind, kind.width());
    }
}
