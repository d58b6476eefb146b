package id.tuntas.board.web;

import id.tuntas.export.Column;
import id.tuntas.export.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts the columns of a table together, whose headings are messages. */
final class Columns {

    private final List<Column> columns = new ArrayList<>();
    private final BoardWords words;
    private final Locale locale;

    Columns(BoardWords words, Locale locale) {
        this.words = words;
        this.locale = locale;
    }

    Columns text(String... keys) {
        return add(Kind.TEXT, keys);
    }

    Columns number(String... keys) {
        return add(Kind.NUMBER, keys);
    }

    Columns share(String... keys) {
        return add(Kind.SHARE, keys);
    }

    Columns hours(String... keys) {
        return add(Kind.HOURS, keys);
    }

    /** Of moments in the zone that is named behind. */
    Columns moment(String key, String zone) {
        columns.add(new Column(words.text(key, locale) + " (" + zone + ")", Kind.MOMENT));
        return this;
    }

    Columns add(Kind kind, String... keys) {
        for (String key : keys) {
            columns.add(new Column(words.text(key, locale), kind));
        }
        return this;
    }

    List<Column> all() {
        return List.copyOf(columns);
    }
}
