package id.tuntas.engine;

import id.tuntas.sla.Rungs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Marks the case of a late statutory step: a limit set by law is broken, for good. */
@Component("catatPelanggaran")
class CatatPelanggaran implements JavaDelegate {

    private final Rungs rungs;

    CatatPelanggaran(Rungs rungs) {
        this.rungs = rungs;
    }

    @Override
    public void execute(DelegateExecution ladder) {
        rungs.legallyBroken(String.valueOf(ladder.getVariable("jamTerlambat")));
    }
}
