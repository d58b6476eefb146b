package id.tuntas.engine;

import id.tuntas.audit.ActingUser;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the audit whom the engine works for. Asks the engine's table and not its services: they would build the engine,
 * which needs the audit, and would answer by the rights of whoever asks.
 */
@Component
class EngineActor implements ActingUser {

    private final JdbcClient db;

    EngineActor(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<Person> ofEngine() {
        Authentication user = Context.getCommandContext() == null ? null : Supervision.signedIn();
        return Optional.ofNullable(user)
                .map(known ->
                        new Person(known.getUserId(), known.getGroupIds() == null ? List.of() : known.getGroupIds()));
    }

    @Override
    public List<String> districtsOf(String userId) {
        return db.sql("select tenant_id_ from act_id_tenant_member where user_id_ = ? order by tenant_id_")
                .param(userId)
                .query(String.class)
                .list();
    }
}
