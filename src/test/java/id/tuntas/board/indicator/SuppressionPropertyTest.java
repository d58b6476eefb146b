package id.tuntas.board.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.board.indicator.Shown.Mark;
import id.tuntas.engine.CaseAnswers.Case;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Nobody computes a hidden figure from what is shown, and no figure from 1 to 4 is shown. */
class SuppressionPropertyTest {

    private static final String TOTAL = "total";

    @Property(tries = 500)
    void aTableThatAddsUpTellsNoHiddenFigure(@ForAll("counts") List<Integer> counts) {
        safe(row(counts));
    }

    @Property(tries = 300)
    void aTableWithTotalsOfRowsAndColumnsTellsNoHiddenFigure(
            @ForAll("counts") List<Integer> counts, @ForAll @IntRange(min = 2, max = 3) int columns) {
        Cross cross = crossOf(counts, columns);
        safe(cross(counts, columns), cross);
    }

    @Property(tries = 300)
    void aTableWhereAVictimMayStandTwiceTellsNoHiddenFigure(
            @ForAll("counts") List<Integer> counts, @ForAll @IntRange(max = 20) int overlap) {
        int sum = sum(counts);
        int most = counts.stream().mapToInt(count -> count).max().orElse(0);
        safe(several(counts, Math.max(most, sum - overlap)));
    }

    @Property(tries = 60)
    void theWholePageTellsNoHiddenFigure(@ForAll @IntRange(min = 5, max = 120) int victims, @ForAll long seed) {
        Counts counts = new Counts();
        Random random = new Random(seed);
        IntStream.range(0, victims).forEach(i -> counts.accept(somebody(random)));
        safe(counts.sheet(), Counts.AGE_AND_SEX);
    }

    @Property(tries = 100)
    void aPercentageOfAHiddenFigureIsHidden(@ForAll @IntRange(min = 5, max = 40) int victims, @ForAll long seed) {
        Counts counts = new Counts();
        Random random = new Random(seed);
        IntStream.range(0, victims).forEach(i -> counts.accept(somebody(random)));

        assertThat(Report.of(counts).standards()).allSatisfy(one -> {
            if (!one.reached().isFigure() || !one.of().isFigure()) {
                assertThat(one.percent()).isNull();
            }
        });
    }

    @Example
    void theAttackerIsNoStrawMan() {
        Sheet sheet = row(List.of(2, 9, 12));
        Map<String, Shown> naive = new HashMap<>();
        sheet.ids()
                .forEach(id -> naive.put(
                        id, Suppression.isFew(sheet.count(id)) ? Shown.few() : Shown.figure(sheet.count(id))));

        assertThat(new Attacker(sheet, naive, Set.of()).computes()).containsExactly("0");

        Sheet fours = row(List.of(4, 4, 12));
        Map<String, Shown> both =
                Map.of(TOTAL, Shown.figure(20), "0", Shown.few(), "1", Shown.few(), "2", Shown.figure(12));
        assertThat(new Attacker(fours, both, Set.of()).computes()).containsExactlyInAnyOrder("0", "1");
    }

    @Example
    void aSmallFigureTakesTheSmallestOtherWithIt() {
        Map<String, Shown> page = Suppression.of(row(List.of(2, 30, 9, 0, 7))).shown();

        assertThat(page.get("0").mark()).isEqualTo(Mark.FEW);
        assertThat(page.get("4").mark()).isEqualTo(Mark.CLOSED);
        assertThat(page.get("1")).isEqualTo(Shown.figure(30));
        assertThat(page.get("2")).isEqualTo(Shown.figure(9));
        assertThat(page.get("3")).isEqualTo(Shown.figure(0));
    }

    @Example
    void twoSmallFiguresThatCanBeExchangedNeedNoOther() {
        Map<String, Shown> page = Suppression.of(row(List.of(2, 3, 30))).shown();

        assertThat(page.get("2")).isEqualTo(Shown.figure(30));
    }

    @Example
    void aTableThatCannotBeShownInPartsIsClosed() {
        assertThat(Suppression.of(row(List.of(1, 5))).shown())
                .containsEntry("0", Shown.closed())
                .containsEntry("1", Shown.closed())
                .containsEntry(TOTAL, Shown.figure(6));
    }

    @Example
    void withoutSmallFiguresEverythingIsShown() {
        assertThat(Suppression.of(cross(List.of(5, 0, 17, 8, 6, 0), 2)).shown().values())
                .allMatch(Shown::isFigure);
    }

    @Example
    void tooFewVictimsGiveNoTableAtAll() {
        Counts counts = new Counts();
        IntStream.range(0, 4).forEach(i -> counts.accept(somebody(new Random(i))));
        counts.accept(new Case(true, Map.of()));

        Report report = Report.of(counts);

        assertThat(report.victims()).isEqualTo(Shown.few());
        assertThat(report.opened()).isEqualTo(Shown.closed());
        assertThat(report.erased()).isEqualTo(1);
        assertThat(report.tables()).isEmpty();
        assertThat(report.standards()).isEmpty();
    }

    @Provide
    Arbitrary<List<Integer>> counts() {
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 6)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(0, 15)))
                .list()
                .ofMinSize(6)
                .ofMaxSize(6);
    }

    private static void safe(Sheet sheet) {
        safe(sheet, Suppression.of(sheet).shown(), Suppression.of(sheet).closed());
    }

    private static void safe(Sheet sheet, Cross cross) {
        Suppression.Page page = Suppression.of(sheet);
        safe(sheet, cross.withWhatIsPlain(page.shown()), page.closed());
    }

    private static void safe(Sheet sheet, Map<String, Shown> page, Set<String> closed) {
        assertThat(page.keySet()).containsExactlyElementsOf(sheet.ids());
        assertThat(page.entrySet()).allSatisfy(one -> {
            if (one.getValue().isFigure()) {
                assertThat(one.getValue().count()).isEqualTo(sheet.count(one.getKey()));
                assertThat(Suppression.isFew(one.getValue().count())).isFalse();
            }
        });
        assertThat(new Attacker(sheet, page, closed).computes()).isEmpty();
    }

    /** The total is raised to 5: of fewer there is no page. */
    private static Sheet row(List<Integer> given) {
        List<Integer> counts = enough(given);
        Sheet sheet = new Sheet().put(null, TOTAL, sum(counts));
        List<String> ids = ids(counts);
        ids.forEach(id -> sheet.put("row", id, counts.get(Integer.parseInt(id))));
        return sheet.sum(TOTAL, ids);
    }

    private static Sheet several(List<Integer> given, int whole) {
        List<Integer> counts = enough(given);
        Sheet sheet = new Sheet().put(null, TOTAL, Math.min(Math.max(whole, 5), sum(counts)));
        List<String> ids = ids(counts);
        ids.forEach(id -> sheet.put("kinds", id, Math.min(counts.get(Integer.parseInt(id)), sheet.count(TOTAL))));
        if (ids.stream().mapToInt(sheet::count).sum() >= sheet.count(TOTAL)) {
            sheet.cover(TOTAL, ids);
        }
        ids.forEach(id -> sheet.atMost(id, TOTAL));
        return sheet;
    }

    private static Sheet cross(List<Integer> given, int columns) {
        List<Integer> counts = enough(given);
        Cross cross = crossOf(counts, columns);
        OneOf down = cross.rows();
        OneOf across = cross.columns();
        Map<String, Integer> all = new HashMap<>();
        for (int i = 0; i < counts.size(); i++) {
            String row = down.rows().get(i / columns);
            String column = across.rows().get(i % columns);
            for (String id : List.of(cross.id(row, column), down.id(row), across.id(column))) {
                all.merge(id, counts.get(i), Integer::sum);
            }
        }
        Sheet sheet = new Sheet().put(null, TOTAL, sum(counts));
        cross.put(sheet, TOTAL, id -> all.getOrDefault(id, 0));
        return sheet;
    }

    private static Cross crossOf(List<Integer> counts, int columns) {
        return new Cross(
                new OneOf("rows", "", names(counts.size() / columns - 1)),
                new OneOf("columns", "", names(columns - 1)));
    }

    private static List<String> names(int many) {
        return IntStream.range(0, many).mapToObj(Integer::toString).toList();
    }

    private static List<Integer> enough(List<Integer> given) {
        List<Integer> counts = new ArrayList<>(given);
        if (sum(counts) < Suppression.FEW) {
            counts.set(0, counts.get(0) + Suppression.FEW);
        }
        return counts;
    }

    private static List<String> ids(List<Integer> counts) {
        return IntStream.range(0, counts.size()).mapToObj(Integer::toString).toList();
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(count -> count).sum();
    }

    /** A victim with random answers, some of them missing. */
    private static Case somebody(Random random) {
        Map<String, Set<String>> answers = new HashMap<>();
        List<OneOf> tables = new ArrayList<>(OneOf.ALL);
        tables.add(OneOf.AGE);
        tables.add(OneOf.SEX);
        tables.forEach(table -> {
            if (random.nextInt(10) > 0) {
                int most = table.options().size();
                answers.put(
                        table.answer(),
                        Set.of(table.options().get(Math.min(random.nextInt(most), random.nextInt(most)))));
            }
        });
        Counts.KINDS.forEach(kind -> answers.put(kind, Set.of(random.nextInt(4) == 0 ? "ya" : "tidak")));
        for (String yes : List.of("perluMedis", "butuhRohani", "butuhPulang", "hasilLaporPolisi")) {
            answers.put(yes, Set.of(random.nextInt(5) == 0 ? "ya" : "tidak"));
        }
        answers.put("duplikat", Set.of("tidak"));
        answers.put("hasilBimbinganRohani", Set.of(random.nextInt(6) == 0 ? "selesai" : "korban-menolak"));
        answers.put("hasilPemulangan", Set.of(random.nextInt(6) == 0 ? "tiba" : "dibatalkan"));
        return new Case(false, answers);
    }
}
