package id.tuntas.engine;

import id.tuntas.shared.Risk;
import id.tuntas.sla.RungDistance;
import java.time.Duration;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the SOP's decision {@code jarak-anak-tangga}, the same one the ladder asks. */
@Component
class LadderDecision implements RungDistance {

    private static final String DECISION = "jarak-anak-tangga";

    // the engine needs the expression beans, and they need this
    private final ObjectProvider<DecisionService> decisions;
    private final ObjectProvider<IdentityService> identities;

    LadderDecision(ObjectProvider<DecisionService> decisions, ObjectProvider<IdentityService> identities) {
        this.identities = identities;
        this.decisions = decisions;
    }

    @Override
    public Duration atMost(Risk risk) {
        // whoever raises the risk of a case need not be allowed to ask decisions
        String longest = AsNobody.call(identities.getObject(), () -> decisions
                .getObject()
                .evaluateDecisionTableByKey(DECISION)
                .variables(Variables.putValue("tingkatRisiko", risk == null ? null : risk.name()))
                .evaluate()
                .getSingleEntry());
        return Duration.parse(longest);
    }
}
