package id.tuntas.sop;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What every step of an SOP promises, as a table.
 *
 * @param steps in the order of the files
 */
public record SopReport(List<Step> steps) {

    private static final String HEAD =
            "| Proses | Tahap | Langkah | Layanan | Tenggat | Diambil dalam | Kalender | Dasar hukum | Terkunci"
                    + " | Eskalasi | Formulir |\n|---|---|---|---|---|---|---|---|---|---|---|\n";

    public SopReport {
        steps = List.copyOf(steps);
    }

    public static SopReport of(SopBundle bundle) {
        return new SopReport(Steps.of(bundle));
    }

    /** Keys of steps that lack an owner service, a budget, an escalation or a form. Empty in a sound SOP. */
    public List<String> incomplete() {
        return steps.stream()
                .filter(step -> step.layanan().isEmpty()
                        || step.tenggat().standard().isEmpty()
                        || step.eskalasi().isEmpty()
                        || step.formRef() == null)
                .map(Step::key)
                .toList();
    }

    /** A Markdown table, one row a step. */
    public String markdown() {
        return steps.stream().map(SopReport::row).collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(Step step) {
        List<String> cells = List.of(
                step.process(),
                step.stage() == null ? "" : step.stage(),
                "%s (`%s`)".formatted(step.name(), step.key()),
                step.layanan(),
                step.tenggat().toString(),
                step.respon(),
                step.kalender(),
                step.dasarHukum(),
                step.terkunci() ? "ya" : "tidak",
                String.join(" → ", step.eskalasi()),
                step.formRef() == null ? "" : step.formRef());
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|").replaceAll("\\s+", " "))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
