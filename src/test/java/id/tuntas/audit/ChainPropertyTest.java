package id.tuntas.audit;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.audit.ChainCheck.Break;
import id.tuntas.audit.ChainCheck.What;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever somebody does to the rows of a chain, the check finds it and names the first row it concerns. */
class ChainPropertyTest {

    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    @Property(tries = 200)
    void aChainThatNobodyTouchedIsWhole(@ForAll("rows") List<AuditRow> rows) {
        List<Link> chain = sealed(rows);

        assertThat(check(chain, null)).isEmpty();
        assertThat(check(chain, head(chain))).isEmpty();
    }

    @Property(tries = 300)
    void aRowThatWasAlteredIsNamed(
            @ForAll("rows") List<AuditRow> rows,
            @ForAll @IntRange(max = 1000) int where,
            @ForAll @IntRange(max = 12) int column) {
        List<Link> chain = sealed(rows);
        int at = where % rows.size();
        chain.set(at, new Link(chain.get(at).seal(), altered(chain.get(at).row(), column)));

        assertThat(check(chain, null))
                .contains(new Break(What.ALTERED, at + 1, chain.get(at).seal().entryId()));
    }

    @Example
    void aChainOfNothingIsWhole() {
        assertThat(check(List.of(), null)).isEmpty();
        assertThat(check(List.of(), ChainHead.OF_NOTHING)).isEmpty();
    }

    @Property(tries = 200)
    void aRowThatIsGoneIsNamed(@ForAll("rows") List<AuditRow> rows, @ForAll @IntRange(max = 1000) int where) {
        List<Link> chain = sealed(rows);
        int at = where % rows.size();
        long id = chain.get(at).seal().entryId();
        chain.set(at, new Link(chain.get(at).seal(), null));

        assertThat(check(chain, null)).contains(new Break(What.MISSING, at + 1, id));
    }

    @Property(tries = 200)
    void aRowThatIsGoneWithItsSealIsNamedIfSomethingFollowsOrAHeadWasKept(
            @ForAll("rows") List<AuditRow> rows, @ForAll @IntRange(max = 1000) int where) {
        List<Link> chain = sealed(rows);
        ChainHead kept = head(chain);
        int at = where % rows.size();
        chain.remove(at);

        assertThat(check(chain, kept)).contains(new Break(What.MISSING, at + 1, null));
        assertThat(check(chain, null).isEmpty()).isEqualTo(at == chain.size());
    }

    @Property(tries = 200)
    void aRowThatWasPutInBreaksTheLinkAfterIt(
            @ForAll("rows") List<AuditRow> rows,
            @ForAll("row") AuditRow foreign,
            @ForAll @IntRange(max = 1000) int where) {
        List<Link> chain = sealed(rows);
        int at = where % rows.size();
        String before = at == 0 ? AuditSeal.GENESIS : chain.get(at - 1).seal().hash();
        List<Link> forged = new ArrayList<>(chain.subList(0, at));
        forged.add(new Link(AuditSeal.of(at + 1, NOON, before, foreign), foreign));
        chain.subList(at, chain.size()).forEach(link -> forged.add(moved(link, 1)));

        assertThat(check(forged, null))
                .contains(new Break(
                        What.DOES_NOT_FOLLOW, at + 2, chain.get(at).seal().entryId()));
    }

    @Property(tries = 200)
    void rowsThatChangedPlacesAreNamed(@ForAll("rows") List<AuditRow> rows, @ForAll @IntRange(max = 1000) int where) {
        List<Link> chain = sealed(rows);
        int at = where % (rows.size() - 1);
        Link one = moved(chain.get(at), 1);
        chain.set(at, moved(chain.get(at + 1), -1));
        chain.set(at + 1, one);

        assertThat(check(chain, null)).map(Break::sequence).contains((long) at + 1);
    }

    @Property(tries = 200)
    void aChainWrittenAnewIsFoundWithTheHeadThatWasKept(
            @ForAll("rows") List<AuditRow> rows,
            @ForAll @IntRange(max = 1000) int where,
            @ForAll @IntRange(max = 12) int column) {
        ChainHead kept = head(sealed(rows));
        List<AuditRow> others = new ArrayList<>(rows);
        int at = where % rows.size();
        others.set(at, altered(rows.get(at), column));
        List<Link> forged = sealed(others);

        assertThat(check(forged, null)).isEmpty();
        assertThat(check(forged, kept)).contains(new Break(What.NOT_THE_EXPORTED, rows.size(), null));
    }

    @Property(tries = 300)
    void noTwoRowsHaveTheSameHash(@ForAll("row") AuditRow one, @ForAll("row") AuditRow other) {
        boolean same = AuditSeal.hash(1, NOON, AuditSeal.GENESIS, one)
                .equals(AuditSeal.hash(1, NOON, AuditSeal.GENESIS, other));

        assertThat(same).isEqualTo(one.equals(other));
    }

    @Property(tries = 100)
    void textThatMovesFromOneColumnToTheNextIsAnotherRow(@ForAll("row") AuditRow row) {
        AuditRow moved = new AuditRow(
                row.id(),
                row.at(),
                row.actor() + row.groups(),
                "",
                row.districts(),
                row.address(),
                row.kind(),
                row.districtId(),
                row.caseNumber(),
                row.processInstanceId(),
                row.stepId(),
                row.fields(),
                row.reason(),
                row.node());

        boolean same = AuditSeal.hash(1, NOON, AuditSeal.GENESIS, row)
                .equals(AuditSeal.hash(1, NOON, AuditSeal.GENESIS, moved));
        assertThat(same).isEqualTo(row.groups().isEmpty());
    }

    @Provide
    Arbitrary<List<AuditRow>> rows() {
        return row().list().ofMinSize(2).ofMaxSize(20).map(ChainPropertyTest::numbered);
    }

    @Provide
    Arbitrary<AuditRow> row() {
        Arbitrary<String> text = Arbitraries.of("", "a", "ab", "b", "kepala-uptd", "korban,umur", "é");
        Arbitrary<String> absent = text.injectNull(0.3);
        Arbitrary<Instant> when =
                Arbitraries.longs().between(0, 2_000_000).map(micros -> NOON.plus(micros, ChronoUnit.MICROS));
        return Combinators.combine(text.list().ofSize(6), absent.list().ofSize(6), when)
                .as((some, perhaps, at) -> new AuditRow(
                        7,
                        at,
                        some.get(0),
                        some.get(1),
                        some.get(2),
                        perhaps.get(0),
                        some.get(3),
                        perhaps.get(1),
                        perhaps.get(2),
                        perhaps.get(3),
                        perhaps.get(4),
                        some.get(4),
                        perhaps.get(5),
                        some.get(5)));
    }

    /** Ids in an order of their own: the chain's is that of the sealer. */
    private static List<AuditRow> numbered(List<AuditRow> rows) {
        List<AuditRow> numbered = new ArrayList<>();
        for (AuditRow row : rows) {
            numbered.add(withId(row, rows.size() - numbered.size()));
        }
        return numbered;
    }

    private static List<Link> sealed(List<AuditRow> rows) {
        List<Link> chain = new ArrayList<>();
        String hash = AuditSeal.GENESIS;
        for (AuditRow row : rows) {
            AuditSeal seal = AuditSeal.of(chain.size() + 1L, NOON, hash, row);
            hash = seal.hash();
            chain.add(new Link(seal, row));
        }
        return chain;
    }

    private static Link moved(Link link, int places) {
        AuditSeal seal = link.seal();
        return new Link(
                new AuditSeal(
                        seal.sequence() + places, seal.entryId(), seal.sealedAt(), seal.previousHash(), seal.hash()),
                link.row());
    }

    private static ChainHead head(List<Link> chain) {
        if (chain.isEmpty()) {
            return ChainHead.OF_NOTHING;
        }
        AuditSeal last = chain.get(chain.size() - 1).seal();
        return new ChainHead(last.sequence(), last.hash(), last.sealedAt());
    }

    private static Optional<Break> check(List<Link> chain, ChainHead kept) {
        ChainCheck check = new ChainCheck(kept);
        Consumer<Link> next = link -> check.next(link.seal(), link.row());
        Collections.unmodifiableList(chain).forEach(next);
        return check.end();
    }

    private static AuditRow withId(AuditRow row, long id) {
        return new AuditRow(
                id,
                row.at(),
                row.actor(),
                row.groups(),
                row.districts(),
                row.address(),
                row.kind(),
                row.districtId(),
                row.caseNumber(),
                row.processInstanceId(),
                row.stepId(),
                row.fields(),
                row.reason(),
                row.node());
    }

    private static AuditRow altered(AuditRow row, int column) {
        String[] texts = {
            row.actor(),
            row.groups(),
            row.districts(),
            row.address(),
            row.kind(),
            row.districtId(),
            row.caseNumber(),
            row.processInstanceId(),
            row.stepId(),
            row.fields(),
            row.reason(),
            row.node()
        };
        Instant at = row.at();
        if (column == texts.length) {
            at = at.plus(1, ChronoUnit.MICROS);
        } else {
            texts[column] = texts[column] == null ? "" : texts[column] + "x";
        }
        return new AuditRow(
                row.id(), at, texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7], texts[8],
                texts[9], texts[10], texts[11]);
    }

    private record Link(AuditSeal seal, AuditRow row) {}
}
