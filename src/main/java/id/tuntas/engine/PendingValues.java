package id.tuntas.engine;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/** Values of variables that do not know yet to which case they belong; none may be left when the command ends. */
final class PendingValues implements Session {

    // by identity: two new variables have no ids to tell them apart
    private final Map<VariableInstanceEntity, PlainFields> values = new IdentityHashMap<>();
    private final Protection protection;

    private PendingValues(Protection protection) {
        this.protection = protection;
    }

    static SessionFactory factory(Protection protection) {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return PendingValues.class;
            }

            @Override
            public Session openSession() {
                return new PendingValues(protection);
            }
        };
    }

    void put(VariableInstanceEntity variable, PlainFields plain) {
        values.put(variable, plain);
    }

    PlainFields get(VariableInstanceEntity variable) {
        PlainFields plain = values.get(variable);
        if (plain == null) {
            throw new ProcessEngineException("Variabel \"" + variable.getName() + "\" kehilangan nilainya.");
        }
        return plain;
    }

    PlainFields take(VariableInstanceEntity variable) {
        PlainFields plain = get(variable);
        values.remove(variable);
        return plain;
    }

    /** Whatever was written with a pending value is rolled back if this refuses. */
    @Override
    public void flush() {
        new ArrayList<>(values.keySet()).forEach(protection::sealIfPending);
    }

    @Override
    public void close() {
        values.clear();
    }
}
