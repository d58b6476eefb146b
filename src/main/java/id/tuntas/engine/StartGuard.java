package id.tuntas.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;

/** A process with a start form is started by an officer through that form, from its beginning. */
final class StartGuard implements ExecutionListener {

    private static final String ONLY_THE_FORM =
            "Proses ini hanya dapat dimulai dengan formulirnya. Gunakan formulir awal.";

    @Override
    public void notify(DelegateExecution execution) {
        Command<?> command = Context.getCommandInvocationContext().getCommand();
        boolean pastTheForm =
                command instanceof StartProcessInstanceCmd || command instanceof StartProcessInstanceAtActivitiesCmd;
        if (pastTheForm && Supervision.signedIn() != null) {
            throw StepRefusal.wrongDoor(ONLY_THE_FORM);
        }
    }
}
