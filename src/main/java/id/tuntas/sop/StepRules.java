package id.tuntas.sop;

import id.tuntas.shared.Risk;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A step names who performs it, by when, on what ground, who hears when it is late, and has a form. */
final class StepRules implements Rule {

    private static final Set<String> CALENDARS = Set.of("terus", "kerja");
    private static final Pattern BUDGET = Pattern.compile("(P(?:[0-9]{1,4}[YMWD])*)(T(?:[0-9]{1,5}[HMS])+)?");
    private static final int LONGEST_DAYS = 3_720;
    private static final Pattern SHARE = Pattern.compile("0?\\.[0-9]{1,4}|1(\\.0{1,4})?");
    // a law is named with its number: "UU 12/2022", "PP 78/2021", "Perma 1/2022", "Undang-Undang Nomor 23 Tahun 2004"
    private static final Pattern LAW = Pattern.compile(
            ".*\\b(UU|Undang-Undang|KUHAP|KUHP|PP|Perpres|Perma|Permen\\w*|Peraturan)\\b.*[0-9].*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> KNOWN = Vocabulary.words(
            "layanan tenggat tenggat.darurat tenggat.tinggi"
                    + " tenggat.sedang tenggat.rendah tenggat.tppo kalender dasarHukum dasarHukum.tppo terkunci terkunci.tppo eskalasi pengingat kelengkapan keluaran");

    private final Catalogue catalogue;

    StepRules(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Whether a text is a share of a budget, in (0, 1]. */
    static boolean isShare(String text) {
        return SHARE.matcher(text).matches() && Double.parseDouble(text) > 0;
    }

    @Override
    public void check(Sop sop, Findings findings) {
        sop.bpmn().forEach(file -> file.elements(UserTask.class)
                .forEach(task -> new Check(file.name(), task, StepProperties.of(task), findings).all()));
    }

    private final class Check {

        private final String file;
        private final UserTask task;
        private final StepProperties properties;
        private final Findings findings;

        Check(String file, UserTask task, StepProperties properties, Findings findings) {
            this.file = file;
            this.task = task;
            this.properties = properties;
            this.findings = findings;
        }

        void all() {
            name();
            service();
            budgets();
            ground();
            ladder();
            reminder();
            standardAttributes();
            misspelt();
        }

        private void name() {
            require(
                    task.getName() != null && !task.getName().isBlank(),
                    "langkah-tanpa-nama",
                    "Langkah belum punya nama; tulis apa yang dikerjakan.",
                    "The step has no name; say what is done.");
            require(
                    task.getCamundaFormRef() != null,
                    "langkah-tanpa-formulir",
                    "Langkah belum punya formulir; isi formRef.",
                    "The step has no form; set formRef.");
        }

        private void service() {
            String service = text(Step.SERVICE);
            boolean known = catalogue.services().contains(service) || ExpressionRules.isVariable(service);
            require(
                    known,
                    "langkah-tanpa-layanan",
                    "Langkah belum punya layanan dari katalog MoU (properti layanan); yang tertulis: \"%s\"."
                            .formatted(Findings.shorten(service)),
                    "The step names no service of the MoU catalogue (property layanan); found \"%s\"."
                            .formatted(Findings.shorten(service)));
        }

        private void budgets() {
            budget(Step.BUDGET, true);
            for (Risk risk : Risk.values()) {
                budget(Step.BUDGET + "." + risk.suffix(), false);
            }
            budget(Step.BUDGET + Step.TRAFFICKING, false);
            require(
                    CALENDARS.contains(text(Step.CALENDAR)),
                    "langkah-tanpa-kalender",
                    "Properti kalender harus \"terus\" atau \"kerja\".",
                    "Property kalender must be \"terus\" or \"kerja\".");
        }

        private void budget(String property, boolean needed) {
            String text = text(property);
            require(
                    !needed && text.isEmpty() || isBudget(text),
                    "langkah-tanpa-tenggat",
                    "Properti %s harus durasi dalam hari atau jam, misalnya P3D atau PT24H.".formatted(property),
                    "Property %s must be a duration in days or hours, for example P3D or PT24H.".formatted(property));
        }

        private void ground() {
            String ground = text(Step.LEGAL_BASIS);
            require(
                    !ground.isEmpty(),
                    "langkah-tanpa-dasar-hukum",
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
                    "langkah-tanpa-eskalasi",
                    "Properti eskalasi kosong; tulis kelompok yang diberi tahu bila terlambat, dari yang pertama.",
                    "Property eskalasi is empty; name the groups that are told when the step is late.");
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

        private void standardAttributes() {
            boolean handler = task.getId().equals(LatenessRules.HANDLER_STEP);
            String owner = handler ? "${sla.escalationGroup(execution)}" : "${mou.ownerOf(execution)}";
            exactly("candidateGroups", task.getCamundaCandidateGroups(), owner);
            exactly("dueDate", task.getCamundaDueDate(), LatenessRules.DUE_AT);
        }

        private void exactly(String attribute, String found, String wanted) {
            require(
                    wanted.equals(found),
                    "atribut-baku",
                    "camunda:%s harus tepat \"%s\"; pakai templat langkah Tuntas.".formatted(attribute, wanted),
                    "camunda:%s must be exactly \"%s\"; use the step template.".formatted(attribute, wanted));
        }

        private String text(String property) {
            return properties.find(property).orElse("");
        }

        private void misspelt() {
            for (String property : new TreeSet<>(properties.values().keySet())) {
                require(
                        KNOWN.contains(property),
                        "properti-tak-dikenal",
                        "Properti \"%s\" tidak dikenal; periksa ejaannya.".formatted(Findings.shorten(property)),
                        "Property \"%s\" is not known; check its spelling.".formatted(Findings.shorten(property)));
            }
        }

        private void require(boolean holds, String rule, String indonesian, String english) {
            if (!holds) {
                findings.add(file, task.getId(), rule, indonesian, english);
            }
        }
    }

    // the same durations as the clocks understand: calendar part, clock part, both positive or absent
    private static boolean isBudget(String text) {
        Matcher iso = BUDGET.matcher(text);
        if (!iso.matches()) {
            return false;
        }
        try {
            Period days = iso.group(1).equals("P") ? Period.ZERO : Period.parse(iso.group(1));
            Duration hours = iso.group(2) == null ? Duration.ZERO : Duration.parse("P" + iso.group(2));
            long total = days.toTotalMonths() * 31 + days.getDays() + hours.toDays();
            return !(days.isZero() && hours.isZero()) && total <= LONGEST_DAYS;
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }
}
