package id.tuntas.engine;

import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.runtime.Incident;

/** Beside the engine's own handler of failed jobs: tells the audit. */
final class AuditedIncidents implements IncidentHandler {

    private final EngineAudit audit;

    AuditedIncidents(EngineAudit audit) {
        this.audit = audit;
    }

    @Override
    public String getIncidentHandlerType() {
        return Incident.FAILED_JOB_HANDLER_TYPE;
    }

    @Override
    public Incident handleIncident(IncidentContext context, String message) {
        audit.incident(context);
        return null; // the engine's own handler makes it
    }

    @Override
    public void resolveIncident(IncidentContext context) {
        // whoever tried the job again is on record by what it did
    }

    @Override
    public void deleteIncident(IncidentContext context) {
        // goes with its process, which is on record
    }
}
