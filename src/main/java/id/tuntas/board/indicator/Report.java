package id.tuntas.board.indicator;

import id.tuntas.board.indicator.Shown.Mark;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The indicators of a district and a period as they may leave: small figures are hidden already. Every output is made from
 * this, so that no two of them say more than one.
 *
 * @param opened cases opened in the period
 * @param erased those whose data were erased: nothing else is known of them
 * @param twice those that were another case's report
 * @param victims the rest; what the tables count
 * @param standards empty if there are too few victims for any table
 * @param tables as {@code standards}
 */
public record Report(Shown opened, int erased, int twice, Shown victims, List<Measured> standards, List<Table> tables) {

    static Report of(Counts counts) {
        int opened = counts.victims() + counts.erased() + counts.twice();
        if (counts.victims() == 0) {
            return new Report(
                    Shown.figure(opened), counts.erased(), counts.twice(), Shown.figure(0), List.of(), List.of());
        }
        if (Suppression.isFew(counts.victims())) {
            Shown total = Suppression.isFew(opened) ? Shown.few() : Shown.closed();
            return new Report(total, counts.erased(), counts.twice(), Shown.few(), List.of(), List.of());
        }
        Map<String, Shown> shown = Counts.AGE_AND_SEX.withWhatIsPlain(
                Suppression.of(counts.sheet()).shown());
        return new Report(
                Shown.figure(opened),
                counts.erased(),
                counts.twice(),
                shown.get(Counts.VICTIMS),
                Stream.of(Standard.values())
                        .map(standard -> Measured.of(standard, shown))
                        .toList(),
                tables(shown));
    }

    /** Whether there is anything hidden, so that the page has to explain the marks. */
    public boolean hides() {
        return victims.mark() != Mark.FIGURE
                || tables.stream()
                        .flatMap(table -> table.rows().stream())
                        .flatMap(row -> row.figures().stream())
                        .anyMatch(figure -> !figure.isFigure())
                || standards.stream()
                        .anyMatch(one -> !one.reached().isFigure() || !one.of().isFigure());
    }

    private static List<Table> tables(Map<String, Shown> shown) {
        return Stream.of(
                        Stream.of(byAgeAndSex(shown)),
                        OneOf.ALL.stream().limit(1).map(table -> table(table, shown)),
                        Stream.of(kinds(shown)),
                        OneOf.ALL.stream().skip(1).map(table -> table(table, shown)),
                        Stream.of(services(shown)))
                .flatMap(tables -> tables)
                .toList();
    }

    private static Table byAgeAndSex(Map<String, Shown> shown) {
        List<String> sexes = OneOf.SEX.rows();
        Stream<Row> ages = OneOf.AGE.rows().stream()
                .map(age -> new Row(
                        age,
                        Stream.concat(
                                        sexes.stream().map(sex -> shown.get(Counts.AGE_AND_SEX.id(age, sex))),
                                        Stream.of(shown.get(OneOf.AGE.id(age))))
                                .toList()));
        Row total = new Row(
                Row.TOTAL,
                Stream.concat(
                                sexes.stream().map(sex -> shown.get(OneOf.SEX.id(sex))),
                                Stream.of(shown.get(Counts.VICTIMS)))
                        .toList());
        return new Table(
                Counts.AGE_AND_SEX.key(),
                Stream.concat(sexes.stream(), Stream.of(Row.TOTAL)).toList(),
                Stream.concat(ages, Stream.of(total)).toList());
    }

    private static Table table(OneOf table, Map<String, Shown> shown) {
        Stream<Row> rows = table.rows().stream().map(row -> new Row(row, List.of(shown.get(table.id(row)))));
        return new Table(
                table.key(),
                List.of(),
                Stream.concat(rows, Stream.of(new Row(Row.TOTAL, List.of(shown.get(Counts.VICTIMS)))))
                        .toList());
    }

    private static Table kinds(Map<String, Shown> shown) {
        return new Table(
                "kekerasan",
                List.of(),
                Counts.kinds().stream()
                        .map(kind -> new Row(kind, List.of(shown.get(Counts.kind(kind)))))
                        .toList());
    }

    private static Table services(Map<String, Shown> shown) {
        return new Table(
                "layanan",
                List.of(),
                Stream.of(Service.values())
                        .map(service -> new Row(service.key(), List.of(shown.get(service.id()))))
                        .toList());
    }

    /**
     * @param key end of the message keys
     * @param columns keys of the columns beside the row's name; empty = one column of numbers
     */
    public record Table(String key, List<String> columns, List<Row> rows) {

        /** Whether each victim stands once, so that the rows add up. */
        public boolean addsUp() {
            return rows.get(rows.size() - 1).isTotal();
        }
    }

    /** @param key of the option, or {@link #TOTAL} */
    public record Row(String key, List<Shown> figures) {

        static final String TOTAL = "jumlah";

        public boolean isTotal() {
            return key.equals(TOTAL);
        }
    }

    /** @param percent rounded down, so that a target is never reached by rounding; null if hidden or of nobody */
    public record Measured(Standard standard, Shown reached, Shown of, Integer percent) {

        static Measured of(Standard standard, Map<String, Shown> shown) {
            Shown reached = shown.get(standard.reached());
            Shown of = shown.get(standard.of());
            boolean known = reached.isFigure() && of.isFigure() && of.count() > 0;
            return new Measured(standard, reached, of, known ? reached.count() * 100 / of.count() : null);
        }
    }
}
