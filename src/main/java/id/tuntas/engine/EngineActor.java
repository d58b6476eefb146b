package id.tuntas.engine;

import id.tuntas.audit.ActingUser;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Tells the audit whom the engine works for. */
@Component
class EngineActor implements ActingUser {

    private final Memberships memberships;

    EngineActor(Memberships memberships) {
        this.memberships = memberships;
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
        return memberships.of(userId).districts();
    }
}
