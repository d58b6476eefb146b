package id.tuntas.engine;

import id.tuntas.shared.CaseNumber;
import id.tuntas.vault.CaseKeys;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Hands what an officer reports in the process {@code kejadian-kasus} to the case it happened in. The one delegate a
 * model may name; all or nothing, in the transaction of the report.
 */
@Component("teruskanKejadian")
class TeruskanKejadian implements JavaDelegate {

    private final String caseProcess;
    private final CaseKeys keys;

    TeruskanKejadian(@Value("${tuntas.case-process:penanganan-korban}") String caseProcess, CaseKeys keys) {
        this.keys = keys;
        this.caseProcess = caseProcess;
    }

    @Override
    public void execute(DelegateExecution report) {
        RuntimeService runtime = report.getProcessEngineServices().getRuntimeService();
        String instance = openCase(runtime, report);
        Object happened = report.getVariable("kejadian");
        // the event sub-processes listen to kejadian, so what they show has to be there before
        Map<String, Object> variables = new LinkedHashMap<>();
        variables.put("uraianKejadian", report.getVariable("uraianKejadian"));
        if ("risiko-naik".equals(happened)) {
            variables.put("tingkatRisikoBaru", report.getVariable("tingkatRisikoBaru"));
        }
        variables.put("kejadian", happened);
        runtime.setVariables(instance, variables);
    }

    private String openCase(RuntimeService runtime, DelegateExecution report) {
        Object typed = report.getVariable("nomorKasus");
        String number = typed == null ? "" : typed.toString().strip();
        if (report.getTenantId() == null || !CaseNumber.isValid(number)) {
            throw unknown(number);
        }
        ProcessInstance open = runtime.createProcessInstanceQuery()
                .processDefinitionKey(caseProcess)
                .processInstanceBusinessKey(CaseNumber.parse(number).value())
                .tenantIdIn(report.getTenantId())
                .singleResult();
        if (open == null) {
            throw unknown(number);
        }
        // what was reported about the case is erased with it
        keys.belongsTo(report.getProcessInstanceId(), CaseNumber.parse(number));
        return open.getId();
    }

    private static BadUserRequestException unknown(String number) {
        return new BadUserRequestException("Nomor kasus " + number + " tidak dikenal di daerah Anda.");
    }
}
