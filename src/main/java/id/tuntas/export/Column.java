package id.tuntas.export;

import java.util.Objects;

/** @param heading in the reader's words */
public record Column(String heading, Kind kind) {

    public Column {
        Objects.requireNonNull(heading, "heading");
        Objects.requireNonNull(kind, "kind");
    }
}
