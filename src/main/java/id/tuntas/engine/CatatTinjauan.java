package id.tuntas.engine;

import id.tuntas.audit.EmergencyAccess;
import java.time.Clock;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Writes down what somebody else found of an access taken in an emergency; found unjustified, it ends at once. */
@Component("catatTinjauan")
class CatatTinjauan implements JavaDelegate {

    private final EmergencyAccess access;
    private final Clock clock;

    CatatTinjauan(EmergencyAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution review) {
        Authentication user = Supervision.signedIn();
        String reviewer = user == null ? "sistem" : user.getUserId();
        if (reviewer.equals(review.getVariable(BukaAksesDarurat.WHO))) {
            throw StepRefusal.notYours(FourEyes.REFUSED);
        }
        access.review(
                review.getProcessInstanceId(),
                reviewer,
                Objects.toString(review.getVariable("putusanAksesDarurat"), ""),
                clock.instant());
    }
}
