package id.tuntas.engine;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;

/** Nobody reviews the access he took himself. */
final class FourEyes implements TaskListener {

    static final String STEP = "tinjau-akses-darurat";
    static final String REFUSED = "Akses darurat ditinjau oleh orang lain, bukan oleh yang membukanya.";

    @Override
    public void notify(DelegateTask review) {
        if (review.getAssignee() != null && review.getAssignee().equals(review.getVariable(BukaAksesDarurat.WHO))) {
            throw StepRefusal.notYours(REFUSED);
        }
    }
}
