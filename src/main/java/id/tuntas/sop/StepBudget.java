package id.tuntas.sop;

import java.util.Locale;
import java.util.Map;

/**
 * How long a step may take, as written by the author: ISO-8601 durations of days, hours and minutes ({@code P3D},
 * {@code PT72H}). The text is kept because three days and 72 hours are not the same in a working calendar.
 *
 * @param standard budget of every risk level that has none of its own
 * @param perRisk budgets by risk level in capitals ({@code DARURAT TINGGI SEDANG RENDAH}), only where they differ
 */
public record StepBudget(String standard, Map<String, String> perRisk) {

    public StepBudget {
        perRisk = Map.copyOf(perRisk);
    }

    /** @param risk risk level of the case in any case of letters; null while the risk is not known */
    public String of(String risk) {
        return risk == null ? standard : perRisk.getOrDefault(risk.toUpperCase(Locale.ROOT), standard);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(standard);
        StepProperties.RISKS.forEach(risk -> {
            String budget = perRisk.get(risk.toUpperCase(Locale.ROOT));
            if (budget != null) {
                text.append(", ").append(risk).append(' ').append(budget);
            }
        });
        return text.toString();
    }
}
