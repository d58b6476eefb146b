package id.tuntas.engine;

import id.tuntas.engine.ActRefused.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * What managers do with open steps of others from our own pages, in the name of whoever is signed in and by the rules of
 * steps ({@link StepGuard}, {@link AssignmentGuard}): past the engine's permission to reassign, which no group has because it
 * would let an officer give a step away, and past nothing else.
 */
@Component
public class SupervisedSteps {

    /** The step of {@code atur-tenggat} in which more time is decided. */
    public static final String EXTENSION = "setujui-perpanjangan";

    private final ProcessEngine engine;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identities;
    private final Steps steps;

    SupervisedSteps(
            ProcessEngine engine, TaskService tasks, FormService forms, IdentityService identities, Steps steps) {
        this.engine = engine;
        this.tasks = tasks;
        this.forms = forms;
        this.identities = identities;
        this.steps = steps;
    }

    /** Names of the people a step is offered to in its district, by user id; none if there is no such open step. */
    public Map<String, String> whoMayTake(String stepId) {
        return AsNobody.call(identities, () -> {
            Map<String, String> people = new TreeMap<>();
            Task step = tasks.createTaskQuery().taskId(stepId).singleResult();
            if (step == null || step.getTenantId() == null) {
                return people;
            }
            tasks.getIdentityLinksForTask(stepId).stream()
                    .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                    .flatMap(link -> people(link, step.getTenantId()).stream())
                    .forEach(user -> people.put(user.getId(), nameOf(user)));
            return people;
        });
    }

    /** @throws ActRefused if whoever is signed in is no supervisor of the district, or the step is not offered to that person */
    public void assign(String stepId, String userId) {
        Authentication by = identities.getCurrentAuthentication();
        if (by == null || !Supervision.isSupervisor(by)) {
            throw new ActRefused(Reason.NOT_ALLOWED);
        }
        if (!whoMayTake(stepId).containsKey(userId)) {
            throw new ActRefused(Reason.NOT_HIS);
        }
        refusing(() -> {
            withoutPermission(() -> tasks.setAssignee(stepId, userId));
            return null;
        });
    }

    /** Whether more time may be decided by that person: it is offered to him, or he has taken it. */
    public boolean isForDecisionBy(String userId, String stepId) {
        return steps.isVisibleTo(userId, stepId);
    }

    /** What is asked for in an open step {@link #EXTENSION}; empty if it is none. Codes only. */
    public Optional<Request> requestIn(String stepId) {
        return AsNobody.call(identities, () -> Optional.ofNullable(tasks.createTaskQuery()
                        .taskId(stepId)
                        .taskDefinitionKey(EXTENSION)
                        .singleResult())
                .map(step -> tasks.getVariables(stepId))
                .map(asked -> new Request(
                        text(asked, AturTenggat.CLOCK),
                        text(asked, "langkah"),
                        text(asked, "lamaPerpanjangan"),
                        text(asked, "alasanTenggat"))));
    }

    /** Takes the step and sends its form in, as in Tasklist. @throws ActRefused if he is no candidate or it is gone */
    public void decide(String stepId, boolean agreed) {
        Authentication by = identities.getCurrentAuthentication();
        if (by == null || !steps.isVisibleTo(by.getUserId(), stepId)) {
            throw new ActRefused(Reason.GONE);
        }
        refusing(() -> {
            Task step = tasks.createTaskQuery().taskId(stepId).singleResult();
            if (step.getAssignee() == null) {
                tasks.claim(stepId, by.getUserId());
            } else if (!step.getAssignee().equals(by.getUserId())) {
                throw new ActRefused(Reason.TAKEN);
            }
            forms.submitTaskForm(stepId, Map.of("keputusanPerpanjangan", agreed ? "setuju" : "tolak"));
            return null;
        });
    }

    private List<User> people(IdentityLink link, String districtId) {
        if (link.getUserId() != null) {
            return identities
                    .createUserQuery()
                    .userId(link.getUserId())
                    .memberOfTenant(districtId)
                    .list();
        }
        return identities
                .createUserQuery()
                .memberOfGroup(link.getGroupId())
                .memberOfTenant(districtId)
                .list();
    }

    private static String nameOf(User user) {
        return (String.valueOf(user.getFirstName()) + " " + String.valueOf(user.getLastName()))
                .replace("null", "")
                .strip();
    }

    /** The guards of steps still see who is signed in; a command inside a command keeps the switch. */
    private void withoutPermission(Runnable act) {
        Command<Void> inside = context -> {
            context.runWithoutAuthorization(() -> {
                act.run();
                return null;
            });
            return null;
        };
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(inside);
    }

    private static <T> T refusing(Supplier<T> act) {
        try {
            return act.get();
        } catch (StepRefusal | AuthorizationException e) {
            throw new ActRefused(Reason.NOT_ALLOWED);
        } catch (NullValueException e) {
            throw new ActRefused(Reason.GONE);
        } catch (OptimisticLockingException | BadUserRequestException e) {
            throw new ActRefused(Reason.CHANGED);
        }
    }

    private static String text(Map<String, Object> asked, String name) {
        Object value = asked.get(name);
        return value == null ? null : value.toString();
    }

    /**
     * A request for more time.
     *
     * @param clockId of the step it is about
     * @param length ISO-8601 duration, one of those of the form
     * @param reason code of the form's list
     */
    public record Request(String clockId, String stepId, String length, String reason) {}
}
