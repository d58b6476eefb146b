package id.tuntas.engine;

import id.tuntas.sla.StepClocks;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Date;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.ModifyProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskDueDateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskFollowUpDateCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendJobCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Nobody who is signed in moves a clock past the ledger, be he administrator: not the due date or reminder of a step in
 * Tasklist or by REST, not its timer in Cockpit, nor by starting the step anew. Who tries is refused, and the attempt is on record. To calculate a timer
 * anew is allowed: it comes out as the ledger says. To fire one too early is harmless, see {@link PunctualTimers}.
 *
 * <p>A proxy for the reason {@link StepGuard} gives.
 */
final class ClockGuard implements InvocationHandler {

    static final String REFUSED = "Tenggat dan pengingat langkah diatur oleh jam langkahnya."
            + " Untuk jeda atau perpanjangan, mulai proses \"Atur tenggat langkah\".";

    static final String NO_DETOUR = "Langkah tidak dapat dibatalkan, dilompati, atau diulang di luar alur kasus:"
            + " jam langkahnya akan mulai lagi dari awal.";

    private final StepClocks clocks;

    private ClockGuard(StepClocks clocks) {
        this.clocks = clocks;
    }

    static CommandChecker of(StepClocks clocks) {
        return (CommandChecker) Proxy.newProxyInstance(
                ClockGuard.class.getClassLoader(), new Class<?>[] {CommandChecker.class}, new ClockGuard(clocks));
    }

    @Override
    public Object invoke(Object proxy, Method check, Object[] arguments) throws Throwable {
        if (check.getDeclaringClass() == Object.class) {
            return check.invoke(this, arguments);
        }
        Authentication user = Supervision.signedIn();
        if (user != null && check.getName().equals("checkTaskAssign")) {
            checkTask((TaskEntity) arguments[0], user);
        } else if (user != null && check.getName().equals("checkUpdateJob")) {
            checkTimer((JobEntity) arguments[0], user);
        } else if (user != null && check.getName().startsWith("checkUpdateProcessInstance")) {
            checkStop(arguments[0], user);
        } else if (user != null && BatchPermissions.CREATE_BATCH_MODIFY_PROCESS_INSTANCES.equals(firstOf(arguments))) {
            throw StepRefusal.notYours(NO_DETOUR);
        }
        return null;
    }

    private static Object firstOf(Object[] arguments) {
        return arguments == null || arguments.length == 0 ? null : arguments[0];
    }

    private void checkTask(TaskEntity task, Authentication user) {
        Command<?> command = Context.getCommandInvocationContext().getCommand();
        if (task.getProcessDefinitionId() == null) {
            return;
        }
        if (command instanceof SetTaskDueDateCmd || changes(task, TaskEntity.DUE_DATE)) {
            refuse(task.getId(), user, "tenggat");
        }
        if (command instanceof SetTaskFollowUpDateCmd || changes(task, TaskEntity.FOLLOW_UP_DATE)) {
            refuse(task.getId(), user, "pengingat");
        }
    }

    /** Tasklist saves the whole step to change one thing: what counts is what differs. */
    private static boolean changes(TaskEntity task, String property) {
        PropertyChange change = task.getPropertyChanges().get(property);
        return change != null && !sameInstant((Date) change.getOrgValue(), (Date) change.getNewValue());
    }

    private static boolean sameInstant(Date one, Date other) {
        return one == null || other == null ? one == other : one.getTime() == other.getTime();
    }

    private void checkTimer(JobEntity job, Authentication user) {
        Command<?> command = Context.getCommandInvocationContext().getCommand();
        boolean moves = command instanceof SetJobDuedateCmd || command instanceof DeleteJobCmd;
        ExecutionEntity execution = job.getExecution();
        if (moves && execution != null && ClockTimer.isClock(job, execution.getProcessDefinition())) {
            clocks.timerChangeRefused(
                    job.getExecutionId(), user.getUserId(), command.getClass().getSimpleName());
            throw StepRefusal.notYours(REFUSED);
        }
    }

    /**
     * A suspended timer is a clock that stands still without anybody knowing; the engine asks for the instance first. A
     * step that is cancelled and started anew would have its whole budget again.
     */
    private void checkStop(Object what, Authentication user) {
        Command<?> command = Context.getCommandInvocationContext().getCommand();
        if (command instanceof SuspendJobCmd) {
            clocks.stopRefused(String.valueOf(what), user.getUserId(), "berhenti");
            throw StepRefusal.notYours(REFUSED);
        } else if (command instanceof ModifyProcessInstanceCmd) {
            clocks.stopRefused(((ExecutionEntity) what).getRootProcessInstanceId(), user.getUserId(), "ubah-alur");
            throw StepRefusal.notYours(NO_DETOUR);
        }
    }

    private void refuse(String clockId, Authentication user, String what) {
        clocks.changeRefused(clockId, user.getUserId(), what);
        throw StepRefusal.notYours(REFUSED);
    }
}
