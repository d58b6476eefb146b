package id.tuntas.board;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One SQL condition on {@code step_clock c}. The names of its parameters begin with {@code f_}, so that a query can add its
 * own.
 *
 * @param sql never empty; may stand behind {@code where}
 * @param params values by name; collections are for {@code in}
 */
public record Condition(String sql, Map<String, Object> params) {

    public Condition {
        params = Map.copyOf(params);
    }

    /** Both. */
    Condition and(String more, Map<String, ?> itsParams) {
        Map<String, Object> all = new LinkedHashMap<>(params);
        all.putAll(itsParams);
        return new Condition(sql + " and (" + more + ")", all);
    }
}
