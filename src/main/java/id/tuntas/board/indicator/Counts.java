package id.tuntas.board.indicator;

import id.tuntas.engine.CaseAnswers.Case;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Counts cases one by one and forgets them; what is left is a {@link Sheet}. */
final class Counts implements Consumer<Case> {

    static final String VICTIMS = "korban";

    /** Kinds of violence and, below them, two marks of how it happened; a victim may have suffered several. */
    static final List<String> KINDS = List.of(
            "unsurFisik",
            "unsurPsikis",
            "unsurSeksual",
            "unsurPenelantaran",
            "unsurEksploitasi",
            "unsurTppo",
            "unsurKdrt",
            "unsurDaring");

    static final Cross AGE_AND_SEX = new Cross(OneOf.AGE, OneOf.SEX);

    private static final String KIND = "kekerasan";

    private final Map<String, Integer> counts = new HashMap<>();
    private int erased;
    private int twice;

    @Override
    public void accept(Case one) {
        if (one.erased()) {
            erased++;
        } else if (one.is("duplikat", "ya")) {
            twice++;
        } else {
            victim(one);
        }
    }

    int erased() {
        return erased;
    }

    /** Cases that turned out to be another one's report. */
    int twice() {
        return twice;
    }

    int victims() {
        return of(VICTIMS);
    }

    private void victim(Case one) {
        add(VICTIMS);
        String age = OneOf.AGE.rowOf(one.one(OneOf.AGE.answer()));
        String sex = OneOf.SEX.rowOf(one.one(OneOf.SEX.answer()));
        add(OneOf.AGE.id(age));
        add(OneOf.SEX.id(sex));
        add(AGE_AND_SEX.id(age, sex));
        OneOf.ALL.forEach(table -> add(table.id(table.rowOf(one.one(table.answer())))));
        List<String> kinds = KINDS.stream().filter(kind -> one.is(kind, "ya")).toList();
        (kinds.isEmpty() ? Stream.of(OneOf.UNKNOWN) : kinds.stream()).forEach(kind -> add(kind(kind)));
        services(one);
    }

    private void services(Case one) {
        for (Service service : Service.values()) {
            if (service.isGivenTo(one)) {
                add(service.id());
            }
            if (service.isNeededBy(one)) {
                add(service.needed());
            }
        }
        if (one.is("duplikat", "tidak")) {
            add(Standard.SPM1.reached());
        }
        if (one.is("hasilLaporPolisi", "ya") && one.is("statusPerkara", "inkracht")) {
            add(Standard.SPM5.reached());
        }
    }

    /** What is on the page, with everything that can be known from it. */
    Sheet sheet() {
        Sheet sheet = new Sheet().put(null, VICTIMS, victims());
        AGE_AND_SEX.put(sheet, VICTIMS, this::of);
        for (OneOf table : OneOf.ALL) {
            put(sheet, table.key(), table.rows().stream().map(table::id).toList());
            sheet.sum(VICTIMS, table.rows().stream().map(table::id).toList());
        }
        List<String> kinds = kinds().stream().map(Counts::kind).toList();
        put(sheet, KIND, kinds);
        sheet.cover(VICTIMS, kinds);
        kinds.forEach(kind -> sheet.atMost(kind, VICTIMS));
        services(sheet);
        return sheet;
    }

    private void services(Sheet sheet) {
        for (Service service : Service.values()) {
            put(sheet, "layanan", List.of(service.id()));
            sheet.atMost(service.id(), VICTIMS);
            if (Standard.asksWhoNeeds(service)) {
                put(sheet, "spm", List.of(service.needed()));
                sheet.atMost(service.id(), service.needed()).atMost(service.needed(), VICTIMS);
            }
        }
        put(sheet, "spm", List.of(Standard.SPM1.reached(), Standard.SPM5.reached()));
        for (Standard standard : List.of(Standard.SPM1, Standard.SPM5)) {
            sheet.atMost(standard.reached(), standard.of());
        }
    }

    private void put(Sheet sheet, String table, List<String> ids) {
        ids.forEach(id -> sheet.put(table, id, of(id)));
    }

    private void add(String id) {
        counts.merge(id, 1, Integer::sum);
    }

    private int of(String id) {
        return counts.getOrDefault(id, 0);
    }

    static List<String> kinds() {
        return Stream.concat(KINDS.stream(), Stream.of(OneOf.UNKNOWN)).toList();
    }

    static String kind(String kind) {
        return KIND + "/" + kind;
    }
}
