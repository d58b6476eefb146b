package id.tuntas.sop;

import id.tuntas.shared.Risk;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What one step or stage says about its time: how long, in whose calendar, on what ground, and who hears if it is late. */
final class ClockCheck {

    private static final String WORKING_TIME = "kerja";
    private static final Set<String> CALENDARS = Set.of("terus", WORKING_TIME);
    private static final Pattern SHARE = Pattern.compile("0?\\.[0-9]{1,4}|1(\\.0{1,4})?");
    // a law is named with its number: "UU 12/2022", "PP 78/2021", "Perma 1/2022", "Undang-Undang Nomor 23 Tahun 2004"
    private static final Pattern LAW = Pattern.compile(
            ".*\\b(UU|Undang-Undang|KUHAP|KUHP|PP|Perpres|Perma|Permen\\w*|Peraturan)\\b.*[0-9].*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final List<String> BUDGETS = Stream.concat(
                    Stream.of(Step.BUDGET, Step.BUDGET + Step.TRAFFICKING),
                    Stream.of(Risk.values()).map(risk -> Step.BUDGET + "." + risk.suffix()))
            .toList();

    private final String file;
    private final String kind;
    private final StepProperties properties;
    private final Catalogue catalogue;
    private final Findings findings;

    /** @param kind what carries the clock, {@code langkah} or {@code tahap}; the names of the rules begin with it */
    ClockCheck(String file, String kind, StepProperties properties, Catalogue catalogue, Findings findings) {
        this.file = file;
        this.kind = kind;
        this.properties = properties;
        this.catalogue = catalogue;
        this.findings = findings;
    }

    /** Whether a text is a share of a budget, in (0, 1]. */
    static boolean isShare(String text) {
        return SHARE.matcher(text).matches() && Double.parseDouble(text) > 0;
    }

    void all() {
        BUDGETS.forEach(this::budget);
        response();
        require(
                CALENDARS.contains(text(Step.CALENDAR)),
                kind + "-tanpa-kalender",
                "Properti kalender harus \"terus\" atau \"kerja\".",
                "Property kalender must be \"terus\" or \"kerja\".");
        ground();
        ladder();
        reminder();
    }

    private void budget(String property) {
        String text = text(property);
        boolean needed = property.equals(Step.BUDGET);
        Optional<BudgetText> budget = BudgetText.parse(text);
        require(
                !needed && text.isEmpty() || budget.isPresent(),
                kind + "-tanpa-tenggat",
                "Properti %s harus durasi dalam hari atau jam, misalnya P3D atau PT24H.".formatted(property),
                "Property %s must be a duration in days or hours, for example P3D or PT24H.".formatted(property));
        budget.ifPresent(given -> workingTime(property, given));
    }

    private void workingTime(String property, BudgetText budget) {
        require(
                !isWorkingTime() || budget.fitsWorkingTime(),
                "tenggat-kerja",
                ("Properti %s memakai kalender kerja; tulis dalam hari saja (P3D) atau jam saja (PT8H), tanpa minggu,"
                                + " bulan, atau tahun.")
                        .formatted(property),
                "Property %s counts working time; write days only (P3D) or hours only (PT8H), no weeks, months or years."
                        .formatted(property));
    }

    private void response() {
        String text = text(Step.RESPONSE);
        Optional<BudgetText> response = BudgetText.parse(text);
        require(
                text.isEmpty() || response.isPresent(),
                "respon-tidak-sah",
                "Properti tenggat.respon harus durasi dalam jam atau menit, misalnya PT15M; atau hapus.",
                "Property tenggat.respon must be a duration in hours or minutes, for example PT15M; or remove it.");
        response.ifPresent(given -> {
            workingTime(Step.RESPONSE, given);
            BUDGETS.forEach(property -> shorter(given, property));
        });
    }

    private void shorter(BudgetText response, String property) {
        boolean shorter = BudgetText.parse(text(property))
                .map(budget -> response.isShorterThan(budget, isWorkingTime()))
                .orElse(true); // missing or told already
        require(
                shorter,
                "respon-terlalu-panjang",
                ("Properti tenggat.respon (%s) harus lebih pendek daripada %s (%s); perpendek. Satu hari kerja dianggap"
                                + " %d jam.")
                        .formatted(
                                text(Step.RESPONSE), property, text(property), BudgetText.SHORTEST_WORKING_DAY_HOURS),
                "Property tenggat.respon (%s) must be shorter than %s (%s); a working day counts as %d hours."
                        .formatted(
                                text(Step.RESPONSE), property, text(property), BudgetText.SHORTEST_WORKING_DAY_HOURS));
    }

    private boolean isWorkingTime() {
        return text(Step.CALENDAR).equals(WORKING_TIME);
    }

    private void ground() {
        require(
                !text(Step.LEGAL_BASIS).isEmpty(),
                kind + "-tanpa-dasar-hukum",
                "Properti dasarHukum kosong; tulis aturannya, atau tulis bahwa daerah yang menetapkan.",
                "Property dasarHukum is empty; name the rule, or say that the district decides.");
        lock("");
        lock(Step.TRAFFICKING);
    }

    private void lock(String variant) {
        String ground = text(Step.LEGAL_BASIS + variant);
        String locked = text(Step.LOCKED + variant);
        boolean isLocked = locked.equals("true");
        require(
                isLocked || locked.isEmpty() || locked.equals("false"),
                "terkunci-tidak-sah",
                "Properti terkunci hanya boleh \"true\" atau \"false\".",
                "Property terkunci may be \"true\" or \"false\" only.");
        require(
                !isLocked || LAW.matcher(ground).matches(),
                "terkunci-tanpa-undang-undang",
                "Tenggat terkunci hanya bila dasarHukum menyebut undang-undang atau peraturan beserta nomornya.",
                "A budget may be locked only if dasarHukum names a law with its number.");
    }

    private void ladder() {
        List<String> ladder = properties.list(Step.LADDER);
        require(
                !ladder.isEmpty(),
                kind + "-tanpa-eskalasi",
                "Properti eskalasi kosong; tulis kelompok yang diberi tahu bila terlambat, dari yang pertama.",
                "Property eskalasi is empty; name the groups that are told when it is late.");
        require(
                new HashSet<>(ladder).size() == ladder.size(),
                "eskalasi-ganda",
                "Properti eskalasi menyebut kelompok yang sama dua kali.",
                "Property eskalasi names a group twice.");
        ladder.stream()
                .filter(group -> !catalogue.groups().contains(group))
                .forEach(group -> require(
                        false,
                        "eskalasi-tak-dikenal",
                        "Kelompok \"%s\" pada eskalasi tidak dikenal.".formatted(Findings.shorten(group)),
                        "Group \"%s\" of the escalation is not known.".formatted(Findings.shorten(group))));
    }

    private void reminder() {
        String share = text(Step.REMINDER);
        require(
                share.isEmpty() || isShare(share),
                "pengingat-tidak-sah",
                "Properti pengingat harus bagian dari tenggat, lebih dari 0 sampai 1, misalnya 0.75.",
                "Property pengingat must be a share of the budget above 0 and up to 1, for example 0.75.");
    }

    private String text(String property) {
        return properties.find(property).orElse("");
    }

    private void require(boolean holds, String rule, String indonesian, String english) {
        if (!holds) {
            findings.add(file, properties.stepId(), rule, indonesian, english);
        }
    }
}
