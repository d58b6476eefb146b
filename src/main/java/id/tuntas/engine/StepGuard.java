package id.tuntas.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.DelegateTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The rules of a step, checked after the engine's own and before anything is changed: whoever has claimed it answers it,
 * through its form and no other way. Without a signed-in user (jobs, tests) all is allowed.
 *
 * <p>A proxy, because the engine's interface has more than seventy methods and this guard has an opinion on three;
 * inheriting from a checker of the engine would run that one's checks twice.
 */
final class StepGuard implements InvocationHandler {

    static final String ONLY_THE_FORM =
            "Langkah ini hanya dapat diselesaikan dengan formulirnya. Gunakan formulir langkah ini.";
    static final String CLAIM_FIRST = "Ambil langkah ini dahulu, lalu isi formulirnya.";
    static final String NOT_YOURS =
            "Langkah ini sedang dikerjakan petugas lain. Minta petugas itu atau penyelia melepaskannya.";
    static final String ALREADY_TAKEN = "Langkah ini sudah diambil petugas lain. Muat ulang daftar Anda.";
    static final String CASE_CHANGED = "Kasus ini baru saja berubah. Muat ulang, lalu ulangi.";
    private static final Set<String> WORK_STATE = Set.of(TaskEntity.ASSIGNEE);
    private static final String SUPERVISORS_ONLY = "Perubahan ini hanya dapat dilakukan penyelia kasus.";
    private static final String NO_DELEGATION =
            "Langkah tidak dapat didelegasikan. Lepaskan langkah ini agar petugas lain dapat mengambilnya.";

    private StepGuard() {}

    static CommandChecker create() {
        return (CommandChecker) Proxy.newProxyInstance(
                StepGuard.class.getClassLoader(), new Class<?>[] {CommandChecker.class}, new StepGuard());
    }

    @Override
    public Object invoke(Object proxy, Method check, Object[] arguments) throws Throwable {
        if (check.getDeclaringClass() == Object.class) {
            return check.invoke(this, arguments);
        }
        switch (check.getName()) {
            case "checkTaskWork" -> checkTaskWork((TaskEntity) arguments[0]);
            case "checkTaskAssign" -> checkTaskAssign((TaskEntity) arguments[0]);
            case "checkUpdateTaskVariable" -> checkUpdateTaskVariable((TaskEntity) arguments[0]);
            default -> {
                // no rule of a step
            }
        }
        return null;
    }

    /** Completing, submitting, claiming, and raising an error or an escalation in the officer's name. */
    private static void checkTaskWork(TaskEntity task) {
        Authentication user = Supervision.signedIn();
        if (user == null || isStandalone(task)) {
            return;
        }
        Command<?> command = command();
        if (command instanceof SubmitTaskFormCmd) {
            refuseUnlessCaseRuns(task);
            refuseUnlessAssignee(task, user);
        } else if (!(command instanceof ClaimTaskCmd)) {
            throw StepRefusal.wrongDoor(ONLY_THE_FORM);
        } else if (task.getAssignee() != null && !Supervision.mayMove(user, task.getAssignee())) {
            throw StepRefusal.tooLate(ALREADY_TAKEN);
        }
    }

    /**
     * The engine loads the step's executions only when it leaves the step, and fails with a null pointer if the case has
     * ended meanwhile. Loaded here, they are checked by their revisions like everything else.
     */
    private static void refuseUnlessCaseRuns(TaskEntity task) {
        ExecutionEntity execution = task.getExecution();
        while (execution != null && execution.getParentId() != null) {
            execution = execution.getParent();
        }
        if (execution == null) {
            throw StepRefusal.tooLate(CASE_CHANGED);
        }
    }

    private static void refuseUnlessAssignee(TaskEntity task, Authentication user) {
        if (task.getAssignee() == null) {
            throw StepRefusal.wrongDoor(CLAIM_FIRST);
        }
        if (!Objects.equals(task.getAssignee(), user.getUserId())) {
            throw StepRefusal.notYours(NOT_YOURS);
        }
    }

    /** Giving back, handing over, and changing who may take the step or when it is due. */
    private static void checkTaskAssign(TaskEntity task) {
        Authentication user = Supervision.signedIn();
        if (user == null || isStandalone(task)) {
            return;
        }
        Command<?> command = command();
        if (command instanceof DelegateTaskCmd) {
            throw StepRefusal.wrongDoor(NO_DELEGATION);
        }
        boolean moves =
                command instanceof AssignTaskCmd || command instanceof SaveTaskCmd && changesOnlyWorkState(task);
        if (!moves && !Supervision.isSupervisor(user)) {
            throw StepRefusal.notYours(SUPERVISORS_ONLY);
        }
        if (!Supervision.mayMove(user, Supervision.assigneeBefore(task))) {
            throw StepRefusal.notYours(NOT_YOURS);
        }
    }

    /** Tasklist saves the whole step to change one date: what counts is what differs. */
    private static boolean changesOnlyWorkState(TaskEntity task) {
        return task.getPropertyChanges().values().stream()
                .filter(change -> !Objects.equals(change.getOrgValue(), change.getNewValue()))
                .allMatch(change -> WORK_STATE.contains(change.getPropertyName()));
    }

    /** Variables written past the form would never have been checked. */
    private static void checkUpdateTaskVariable(TaskEntity task) {
        if (Supervision.signedIn() != null && !isStandalone(task)) {
            throw StepRefusal.wrongDoor(ONLY_THE_FORM);
        }
    }

    private static Command<?> command() {
        return Context.getCommandInvocationContext().getCommand();
    }

    private static boolean isStandalone(TaskEntity task) {
        return task.getProcessDefinitionId() == null;
    }
}
