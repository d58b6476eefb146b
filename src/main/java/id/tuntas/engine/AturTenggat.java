package id.tuntas.engine;

import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.Risk;
import id.tuntas.sla.ClockRefusal;
import id.tuntas.sla.ClockRequests;
import id.tuntas.vault.CaseKeys;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * Carries out what an officer asks in the process {@code atur-tenggat}: a pause and its end at once; more time is put on
 * record, and the next rung decides. Refused, nothing is stored and the officer reads why.
 */
@Component("aturTenggat")
class AturTenggat implements JavaDelegate {

    static final String CLOCK = "jamLangkah";

    private static final String NOT_YOURS =
            "Hanya petugas yang mengambil langkah itu, atau penyelia, yang dapat mengatur tenggatnya.";

    private final ClockRequests requests;
    private final CaseKeys keys;

    AturTenggat(ClockRequests requests, CaseKeys keys) {
        this.keys = keys;
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution request) {
        Authentication user = Supervision.signedIn();
        if (user == null) {
            throw StepRefusal.notYours(NOT_YOURS);
        }
        try {
            String clock = requests.find(request.getTenantId(), text(request, "nomorKasus"), text(request, "langkah"));
            refuseStranger(clock, user);
            // what was asked about the case is erased with it
            keys.belongsTo(request.getProcessInstanceId(), CaseNumber.parse(text(request, "nomorKasus")));
            request.setVariable(CLOCK, clock);
            Risk risk = requests.riskOf(clock);
            request.setVariable("tingkatRisiko", risk == null ? null : risk.name());
            request.setProcessBusinessKey(text(request, "nomorKasus").strip());
            carryOut(request, clock, user);
        } catch (ClockRefusal e) {
            throw StepRefusal.wrongDoor(e.getMessage());
        }
    }

    private void carryOut(DelegateExecution request, String clock, Authentication user) {
        String reason = text(request, "alasanTenggat");
        switch (text(request, "permintaanTenggat")) {
            case "jeda" -> requests.pause(clock, user.getUserId(), reason, text(request, "jedaSampai"));
            case "lanjutkan" -> requests.resume(clock, user.getUserId(), reason);
            case "perpanjang" -> {
                List<String> groups = user.getGroupIds() == null ? List.of() : user.getGroupIds();
                request.setVariable(
                        "kelompokTangga",
                        requests.askExtension(
                                clock, user.getUserId(), groups, reason, text(request, "lamaPerpanjangan")));
            }
            default -> throw StepRefusal.wrongDoor("Pilih jeda, lanjutkan, atau perpanjang.");
        }
    }

    private static void refuseStranger(String clock, Authentication user) {
        TaskEntity step = Context.getCommandContext().getTaskManager().findTaskById(clock);
        if (step == null || !user.getUserId().equals(step.getAssignee()) && !Supervision.isSupervisor(user)) {
            throw StepRefusal.notYours(NOT_YOURS);
        }
    }

    private static String text(DelegateExecution request, String variable) {
        Object value = request.getVariable(variable);
        return value == null ? "" : value.toString();
    }
}
