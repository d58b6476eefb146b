package id.tuntas.engine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;

/**
 * Who deletes the history of a case is on record; the engine writes no history of that. A proxy for the reason
 * {@link StepGuard} gives.
 */
final class AuditedDeletion implements InvocationHandler {

    private final EngineAudit audit;

    private AuditedDeletion(EngineAudit audit) {
        this.audit = audit;
    }

    static CommandChecker of(EngineAudit audit) {
        return (CommandChecker) Proxy.newProxyInstance(
                AuditedDeletion.class.getClassLoader(),
                new Class<?>[] {CommandChecker.class},
                new AuditedDeletion(audit));
    }

    @Override
    public Object invoke(Object proxy, Method check, Object[] arguments) throws Throwable {
        if (check.getDeclaringClass() == Object.class) {
            return check.invoke(this, arguments);
        }
        if (check.getName().equals("checkDeleteHistoricProcessInstance")) {
            audit.historyDeleted((HistoricProcessInstance) arguments[0]);
        }
        return null;
    }
}
