package id.tuntas.engine;

import id.tuntas.audit.AuditEntry;
import id.tuntas.audit.AuditLog;
import id.tuntas.partner.Mou;
import id.tuntas.partner.MouRegister;
import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.District;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Hands an approved case over: opens one in the chosen district with what {@link HandoverList} names, in the transaction
 * of the approval, and lets both files know each other. Nothing is opened, and no value leaves, for an office on paper or
 * without the victim's consent. Whoever approves gets no right in the other district.
 */
@Component("limpahkanKasus")
class LimpahkanKasus implements JavaDelegate {

    private static final String CHOOSE_AGAIN = "Kembalikan pelimpahan ini agar tujuannya dipilih lagi.";

    private final MouRegister register;
    private final CaseOpening cases;
    private final AuditLog log;
    private final String caseProcess;
    private final Set<String> travelling = HandoverList.reasons().keySet();

    LimpahkanKasus(
            MouRegister register,
            CaseOpening cases,
            AuditLog log,
            @Value("${tuntas.case-process:penanganan-korban}") String caseProcess) {
        this.register = register;
        this.cases = cases;
        this.log = log;
        this.caseProcess = caseProcess;
    }

    @Override
    public void execute(DelegateExecution old) {
        String destination = text(old, "daerahTujuan");
        boolean agreed = text(old, "pelimpahanKorbanSetuju").equals("ya");
        if (agreed && !destination.isEmpty() && !destination.equals(Mou.ON_PAPER)) {
            handOver(old, CaseNumber.parse(text(old, "nomorKasus")), receiving(old, destination));
        }
        old.setVariable("alasanPenutupan", "pelimpahan-diterima");
    }

    private void handOver(DelegateExecution old, CaseNumber number, District to) {
        if (cases.isHandedOver(number)) {
            throw StepRefusal.tooLate("Kasus " + number.value() + " sudah dilimpahkan. Muat ulang daftar Anda.");
        }
        ProcessInstance opened = open(old, to);
        CaseNumber there = CaseNumber.parse(opened.getBusinessKey());
        cases.handOver(number, there);
        log.record(AuditEntry.of("CASE_HANDED_OVER")
                .inCase(number.value(), old.getProcessInstanceId())
                .because(there.value()));
        log.record(AuditEntry.of("CASE_RECEIVED")
                .inCase(there.value(), opened.getId())
                .because(number.value()));
    }

    private District receiving(DelegateExecution old, String destination) {
        District to = register.district(destination)
                .orElseThrow(() -> StepRefusal.wrongDoor("Daerah tujuan tidak dikenal. " + CHOOSE_AGAIN));
        if (to.id().equals(old.getTenantId())) {
            throw StepRefusal.wrongDoor("Kasus tidak dapat dilimpahkan ke daerah sendiri. " + CHOOSE_AGAIN);
        }
        if (!register.takesCases(to.id())) {
            throw StepRefusal.wrongDoor(
                    to.name() + " belum punya perjanjian yang berlaku, jadi tidak ada yang menerima. " + CHOOSE_AGAIN);
        }
        return to;
    }

    private ProcessInstance open(DelegateExecution old, District to) {
        RuntimeService runtime = old.getProcessEngineServices().getRuntimeService();
        VariableMap values = values(old);
        return AsNobody.callIn(
                to.id(), old.getProcessEngineServices().getIdentityService(), () -> runtime.createProcessInstanceByKey(
                                caseProcess)
                        .processDefinitionWithoutTenantId()
                        .setVariables(values)
                        .execute());
    }

    private VariableMap values(DelegateExecution old) {
        VariableMap values = Variables.createVariables();
        for (String name : travelling) {
            TypedValue value = old.getVariableTyped(name, false);
            if (value != null) {
                values.putValueTyped(name, value);
            }
        }
        String from = register.district(old.getTenantId()).orElseThrow().name();
        String number = text(old, "nomorKasus");
        return values.putValue("kanal", "pelimpahan")
                .putValue("kasusAsal", number)
                .putValue("daerahAsal", from)
                .putValue("pelaporAdalah", "lembaga")
                .putValue("pelaporLembaga", from + ", kasus " + number);
    }

    private static String text(DelegateExecution execution, String variable) {
        return Objects.toString(execution.getVariable(variable), "");
    }
}
