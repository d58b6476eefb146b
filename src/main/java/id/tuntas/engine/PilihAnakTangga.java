package id.tuntas.engine;

import id.tuntas.sla.Rungs;
import id.tuntas.sla.Rungs.Rung;
import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Takes the ladder of a late step one rung up, and tells the diagram where it stands now. */
@Component("pilihAnakTangga")
class PilihAnakTangga implements JavaDelegate {

    /** How long a rung has at most, as an ISO-8601 duration. */
    static final String DISTANCE = "jarakAnakTangga";

    private final Rungs rungs;

    PilihAnakTangga(Rungs rungs) {
        this.rungs = rungs;
    }

    @Override
    public void execute(DelegateExecution ladder) {
        Rung rung = rungs.next(
                String.valueOf(ladder.getVariable("jamTerlambat")),
                ladder.getProcessInstanceId(),
                Duration.parse(String.valueOf(ladder.getVariable(DISTANCE))));
        tell(ladder, "anakTangga", rung.number());
        tell(ladder, "kelompokTangga", rung.group());
        tell(ladder, "anakTanggaTerakhir", rung.last());
        tell(ladder, "tenggatHukum", rung.statutory());
    }

    /** For the way to the next task or timer only; the task keeps what it needs, the ledger the rest. */
    private static void tell(DelegateExecution ladder, String name, Object value) {
        ladder.removeVariable(name); // a ladder that climbs for longer may have it stored
        ladder.setVariable(name, Variables.untypedValue(value, true));
    }
}
