package id.tuntas.engine;

import id.tuntas.shared.CaseNumber;
import id.tuntas.vault.CaseKeys;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Gives every instance of the case process its number as it starts, and closes its file as it ends. */
class CaseBeginsAndEnds extends AbstractBpmnParseListener {

    private final String caseProcess;
    private final CaseOpening cases;
    private final CaseKeys keys;

    CaseBeginsAndEnds(String caseProcess, CaseOpening cases, CaseKeys keys) {
        this.caseProcess = caseProcess;
        this.cases = cases;
        this.keys = keys;
    }

    /** Built-in listeners: no API call can skip them, as it can skip those of a model. */
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        if (caseProcess.equals(process.getKey())) {
            process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) this::begin);
            process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) this::end);
        }
    }

    private void begin(DelegateExecution execution) {
        String district = execution.getTenantId();
        if (district == null) {
            throw new BadUserRequestException(
                    "Kasus harus punya daerah. Masuklah sebagai petugas dari tepat satu daerah untuk membuka kasus.");
        }
        CaseNumber number = cases.open(district, execution.getProcessInstanceId());
        // whatever key or number the client sent is replaced: ours is the one that is unique
        keys.belongsTo(execution.getProcessInstanceId(), number);
        execution.setProcessBusinessKey(number.value());
        execution.setVariable("nomorKasus", number.value());
    }

    private void end(DelegateExecution execution) {
        Object reason = execution.getVariable("alasanPenutupan");
        cases.close(
                execution.getProcessInstanceId(), reason instanceof String text && text.length() <= 64 ? text : null);
    }
}
