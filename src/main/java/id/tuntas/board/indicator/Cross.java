package id.tuntas.board.indicator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/** Two questions against each other, with the totals of both. */
record Cross(OneOf rows, OneOf columns) {

    private static final Shown NOBODY = Shown.figure(0);

    String key() {
        return rows.key() + "-" + columns.key();
    }

    String id(String row, String column) {
        return key() + "/" + row + "/" + column;
    }

    /** Puts inside and totals; the inside is closed before one of the totals is. */
    void put(Sheet sheet, String whole, ToIntFunction<String> counts) {
        rows.rows().forEach(row -> columns.rows()
                .forEach(column -> sheet.put(key(), id(row, column), counts.applyAsInt(id(row, column)))));
        for (OneOf side : List.of(rows, columns)) {
            side.rows().forEach(one -> sheet.put(side.key(), side.id(one), counts.applyAsInt(side.id(one))));
            sheet.sum(whole, side.rows().stream().map(side::id).toList()).inside(side.key(), key());
        }
        rows.rows()
                .forEach(row -> sheet.sum(
                        rows.id(row),
                        columns.rows().stream().map(column -> id(row, column)).toList()));
        columns.rows()
                .forEach(column -> sheet.sum(
                        columns.id(column),
                        rows.rows().stream().map(row -> id(row, column)).toList()));
    }

    /** Shows inside what the totals say already: where nobody is, and where one row or column has everybody. */
    Map<String, Shown> withWhatIsPlain(Map<String, Shown> shown) {
        Map<String, Shown> plain = new LinkedHashMap<>(shown);
        rows.rows().forEach(row -> columns.rows()
                .forEach(column -> plain.put(id(row, column), inside(row, column, shown))));
        return plain;
    }

    private Shown inside(String row, String column, Map<String, Shown> shown) {
        Shown ofRow = shown.get(rows.id(row));
        Shown ofColumn = shown.get(columns.id(column));
        if (ofRow.equals(NOBODY) || ofColumn.equals(NOBODY)) {
            return NOBODY;
        }
        if (isOnlyOne(columns, shown)) {
            return ofRow;
        }
        return isOnlyOne(rows, shown) ? ofColumn : shown.get(id(row, column));
    }

    private static boolean isOnlyOne(OneOf side, Map<String, Shown> shown) {
        return side.rows().stream()
                        .filter(row -> !shown.get(side.id(row)).equals(NOBODY))
                        .count()
                == 1;
    }
}
