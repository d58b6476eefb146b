package id.tuntas.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.ReadOnlyIdentityProvider;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;

/**
 * A step goes only to an officer who exists and belongs to its district and to one of its groups: whoever has a step
 * sees its data.
 */
final class AssignmentGuard implements TaskListener {

    private static final String UNKNOWN = "Petugas yang dipilih tidak dikenal. Pilih petugas dari daftar.";
    private static final String NOT_ONE_OF_THEM =
            "Petugas yang dipilih tidak termasuk kelompok atau daerah langkah ini.";

    @Override
    public void notify(DelegateTask step) {
        Authentication user = Supervision.signedIn();
        if (user == null || !isByHand()) {
            return;
        }
        if (!Supervision.mayMove(user, Supervision.assigneeBefore((TaskEntity) step))) {
            throw StepRefusal.notYours(StepGuard.NOT_YOURS);
        }
        if (step.getAssignee() != null) {
            CommandContext engine = Context.getCommandContext();
            engine.runWithoutAuthorization(command -> {
                refuseStranger(step, engine.getReadOnlyIdentityProvider());
                return null;
            });
        }
    }

    /** The SOP itself may name an assignee when the step opens; that is not an officer's doing. */
    private static boolean isByHand() {
        Command<?> command = Context.getCommandInvocationContext().getCommand();
        return command instanceof ClaimTaskCmd || command instanceof AssignTaskCmd || command instanceof SaveTaskCmd;
    }

    private static void refuseStranger(DelegateTask step, ReadOnlyIdentityProvider identities) {
        String officer = step.getAssignee();
        if (identities.findUserById(officer) == null) {
            throw StepRefusal.wrongDoor(UNKNOWN);
        }
        if (!isOfDistrict(officer, step.getTenantId(), identities) || !isCandidate(officer, step, identities)) {
            throw StepRefusal.notYours(NOT_ONE_OF_THEM);
        }
    }

    private static boolean isOfDistrict(String officer, String district, ReadOnlyIdentityProvider identities) {
        return district == null
                || identities.createTenantQuery().userMember(officer).includingGroupsOfUser(true).list().stream()
                        .map(Tenant::getId)
                        .anyMatch(district::equals);
    }

    /** Supervisors may take any step of their district; a step without candidates is open to all. */
    private static boolean isCandidate(String officer, DelegateTask step, ReadOnlyIdentityProvider identities) {
        Set<IdentityLink> candidates = step.getCandidates();
        if (candidates.isEmpty()) {
            return true;
        }
        Set<String> groups = identities.createGroupQuery().groupMember(officer).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
        return groups.stream().anyMatch(Supervision.SUPERVISORS::contains)
                || candidates.stream()
                        .anyMatch(link -> officer.equals(link.getUserId()) || groups.contains(link.getGroupId()));
    }
}
