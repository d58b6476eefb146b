package id.tuntas.sop.decision;

import java.util.List;
import java.util.Map;

/** One case written for one rule: with these answers this rule matches and the decision says this. */
record RuleCase(String decision, String rule, Map<String, Object> answers, List<Object> results) {

    static RuleCase of(String decision, String rule, Map<String, Object> answers, Object... results) {
        return new RuleCase(decision, rule, answers, List.of(results));
    }

    @Override
    public String toString() {
        return rule;
    }
}
