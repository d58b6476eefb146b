package id.tuntas.sop;

import id.tuntas.shared.Risk;
import java.util.Map;

/**
 * How long a step may take, as its author wrote it in ISO-8601 ({@code P3D}, {@code PT72H}). The text is kept because
 * three days and 72 hours are not the same in a working calendar.
 *
 * @param standard budget of every risk level that has none of its own; empty if the author wrote none
 * @param perRisk budgets of single risk levels, only where they differ
 * @param trafficking budget for victims of trafficking, whatever the risk; null if they have none of their own
 */
public record StepBudget(String standard, Map<Risk, String> perRisk, String trafficking) {

    public StepBudget {
        perRisk = Map.copyOf(perRisk);
    }

    /** @param risk risk level of the case; null while it is not known */
    public String of(Risk risk, boolean isTrafficking) {
        if (isTrafficking && trafficking != null) {
            return trafficking;
        }
        return risk == null ? standard : perRisk.getOrDefault(risk, standard);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(standard);
        for (Risk risk : Risk.values()) {
            if (perRisk.containsKey(risk)) {
                text.append(", ").append(risk.suffix()).append(' ').append(perRisk.get(risk));
            }
        }
        if (trafficking != null) {
            text.append(", tppo ").append(trafficking);
        }
        return text.toString();
    }
}
