package id.tuntas.vault;

import id.tuntas.shared.ReasonedList;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The names of variables whose values are stored in clear, each with the reason; everything else is secret. Shipped as
 * {@code vault/clear-list.yaml}, because an expression reads an encrypted value as well as a clear one: only what is
 * searched or counted by SQL has to be here.
 */
@Component
public class ClearList {

    public static final int AT_MOST = 25;

    private final Map<String, String> reasons;

    ClearList() {
        this(ReasonedList.read("/vault/clear-list.yaml"));
    }

    ClearList(Map<String, String> reasons) {
        if (reasons.size() > AT_MOST) {
            throw new IllegalStateException(
                    "The clear list has " + reasons.size() + " names, it may have " + AT_MOST + " at most");
        }
        this.reasons = Map.copyOf(reasons);
    }

    public boolean contains(String variable) {
        return variable != null && reasons.containsKey(variable);
    }

    /** Reasons by name. */
    public Map<String, String> reasons() {
        return new TreeMap<>(reasons);
    }
}
