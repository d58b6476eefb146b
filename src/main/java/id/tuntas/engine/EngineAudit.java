package id.tuntas.engine;

import id.tuntas.audit.AuditEntry;
import id.tuntas.audit.AuditLog;
import id.tuntas.shared.CaseNumber;
import id.tuntas.sla.ClockTouched;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the audit what changes in a case, in the engine's transaction: what cannot be put on record does not happen.
 * {@link AuditPlugin} hangs it where the engine says so.
 */
@Component
class EngineAudit {

    private final AuditLog log;
    private final String caseProcess;

    EngineAudit(AuditLog log, @Value("${tuntas.case-process:penanganan-korban}") String caseProcess) {
        this.log = log;
        this.caseProcess = caseProcess;
    }

    /** A process begins that no other calls; its variables are so far the answers of its start form. */
    void began(DelegateExecution process) {
        if (process.getSuperExecution() == null) {
            List<String> answered =
                    process.getVariableNamesLocal().stream().sorted().toList();
            log.record(of(isCase(process) ? "CASE_OPENED" : "PROCESS_STARTED", process)
                    .because(keyOf(process))
                    .about(answered));
        }
    }

    /** Whatever way the case ends, see also {@link #deleted}. */
    void ended(DelegateExecution process) {
        if (isCase(process)) {
            log.record(of("CASE_CLOSED", process));
        }
    }

    void assigned(DelegateTask step) {
        String before = Supervision.assigneeBefore((TaskEntity) step);
        String now = step.getAssignee();
        if (now == null) {
            log.record(of("STEP_RELEASED", step).because(before));
        } else {
            boolean claimed = Supervision.signedIn() == null
                    || now.equals(Supervision.signedIn().getUserId());
            log.record(of(claimed && before == null ? "STEP_CLAIMED" : "STEP_ASSIGNED", step)
                    .because(now));
        }
    }

    /** The form of a step was sent in, which completes it. */
    void submitted(TaskEntity step, Collection<String> fields) {
        log.record(of("STEP_COMPLETED", step).about(fields.stream().sorted().toList()));
    }

    /** Somebody has completed a step past its form: the program itself, since officers cannot. */
    void completed(DelegateTask step) {
        if (!(Context.getCommandInvocationContext().getCommand() instanceof SubmitTaskFormCmd)) {
            log.record(of("STEP_COMPLETED", step));
        }
    }

    void deleted(String businessKey, String processInstanceId) {
        log.record(of("PROCESS_DELETED", businessKey, processInstanceId));
    }

    void suspended(String businessKey, String processInstanceId, boolean suspended) {
        log.record(of(suspended ? "PROCESS_SUSPENDED" : "PROCESS_RESUMED", businessKey, processInstanceId));
    }

    /** Somebody has written a variable past the forms. */
    void variableSet(String processInstanceId, String variable) {
        ExecutionEntity process =
                Context.getCommandContext().getExecutionManager().findExecutionById(processInstanceId);
        log.record(of("VARIABLE_SET", process == null ? null : process.getBusinessKey(), processInstanceId)
                .about(List.of(variable)));
    }

    /** Not why: the message of an error may repeat a value. */
    void incident(IncidentContext incident) {
        ExecutionEntity where = incident.getExecutionId() == null
                ? null
                : Context.getCommandContext().getExecutionManager().findExecutionById(incident.getExecutionId());
        AuditEntry entry = where == null ? AuditEntry.of("INCIDENT") : of("INCIDENT", where);
        log.record(entry.atStep(incident.getActivityId()));
    }

    void historyDeleted(HistoricProcessInstance instance) {
        log.record(of("HISTORY_DELETED", instance.getBusinessKey(), instance.getId()));
    }

    @EventListener
    void clockTouched(ClockTouched clock) {
        log.record(of("CLOCK_" + clock.what(), clock.caseNumber(), clock.processInstanceId())
                .atStep(clock.stepId())
                .because(clock.reason()));
    }

    private static AuditEntry of(String kind, DelegateTask step) {
        DelegateExecution execution = step.getExecution();
        AuditEntry entry = execution == null ? AuditEntry.of(kind) : of(kind, execution);
        return entry.atStep(step.getTaskDefinitionKey());
    }

    private static AuditEntry of(String kind, DelegateExecution execution) {
        String key = execution.getProcessBusinessKey();
        Object number = CaseNumber.isValid(key) ? key : execution.getVariable("nomorKasus");
        return of(kind, Objects.toString(number, null), execution.getProcessInstanceId());
    }

    /** What was typed where a case number belongs is repeated only if it has the form of one. */
    private static AuditEntry of(String kind, String number, String processInstanceId) {
        return AuditEntry.of(kind)
                .inCase(CaseNumber.isValid(number) ? CaseNumber.parse(number).value() : null, processInstanceId);
    }

    private boolean isCase(DelegateExecution process) {
        return caseProcess.equals(keyOf(process));
    }

    private static String keyOf(DelegateExecution process) {
        return ((ExecutionEntity) process).getProcessDefinition().getKey();
    }
}
