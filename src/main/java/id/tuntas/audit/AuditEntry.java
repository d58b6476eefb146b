package id.tuntas.audit;

import java.util.List;
import java.util.Objects;

/**
 * One thing somebody did or saw. Texts hold names of fields and ids, never values.
 *
 * @param kind what happened, in capitals; at most 64 characters, never null
 * @param caseNumber of the case it happened in; may be null
 * @param processInstanceId may be null
 * @param stepId step of the SOP, not the engine's task; may be null
 * @param fields names of the fields changed or shown; null for none
 * @param reason a code, or the id of whom it concerned; cut at 200 characters; may be null
 */
public record AuditEntry(
        String kind, String caseNumber, String processInstanceId, String stepId, List<String> fields, String reason) {

    public AuditEntry {
        Objects.requireNonNull(kind, "kind");
        fields = fields == null ? List.of() : List.copyOf(fields);
    }

    public static AuditEntry of(String kind) {
        return new AuditEntry(kind, null, null, null, null, null);
    }

    public AuditEntry inCase(String number, String instanceId) {
        return new AuditEntry(kind, number, instanceId, stepId, fields, reason);
    }

    public AuditEntry atStep(String step) {
        return new AuditEntry(kind, caseNumber, processInstanceId, step, fields, reason);
    }

    public AuditEntry about(List<String> names) {
        return new AuditEntry(kind, caseNumber, processInstanceId, stepId, names, reason);
    }

    public AuditEntry because(String code) {
        return new AuditEntry(kind, caseNumber, processInstanceId, stepId, fields, code);
    }
}
