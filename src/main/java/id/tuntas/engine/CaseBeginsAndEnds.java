package id.tuntas.engine;

import id.tuntas.shared.CaseNumber;
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

    CaseBeginsAndEnds(String caseProcess, CaseOpening cases) {
        this.caseProcess = caseProcess;
        this.cases = cases;
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
        execution.setProcessBusinessKey(number.value());
        execution.setVariable("nomorKasus", number.value());
    }

    private void end(DelegateExecution execution) {
        cases.close(execution.getProcessInstanceId());
    }
}
