package id.tuntas.engine;

import id.tuntas.sla.ClockRefusal;
import id.tuntas.sla.ClockRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Carries out what the next rung decided about more time; tells the diagram whether the step now has it. If the risk of
 * the case has changed since it was asked and so much can no longer be given, nothing is stored and the decider reads why.
 */
@Component("putuskanPerpanjangan")
class PutuskanPerpanjangan implements JavaDelegate {

    private final ClockRequests requests;

    PutuskanPerpanjangan(ClockRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution request) {
        try {
            request.setVariable("tenggatDiperpanjang", decided(request));
        } catch (ClockRefusal e) {
            throw StepRefusal.wrongDoor(e.getMessage());
        }
    }

    private boolean decided(DelegateExecution request) {
        Authentication user = Supervision.signedIn();
        return requests.decide(
                String.valueOf(request.getVariable(AturTenggat.CLOCK)),
                user == null ? null : user.getUserId(),
                "setuju".equals(request.getVariable("keputusanPerpanjangan")),
                String.valueOf(request.getVariable("lamaPerpanjangan")));
    }
}
