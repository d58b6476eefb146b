package id.tuntas.engine;

import id.tuntas.sla.Staff;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the engine's directory who works where. */
@Component
class EngineStaff implements Staff {

    // the engine needs the delegates of the ladder, and they need this
    private final ObjectProvider<IdentityService> identities;

    EngineStaff(ObjectProvider<IdentityService> identities) {
        this.identities = identities;
    }

    @Override
    public boolean anyoneIn(String group, String districtId) {
        IdentityService directory = identities.getObject();
        // who there is does not depend on who asks
        return AsNobody.call(
                directory,
                () -> directory
                                .createUserQuery()
                                .memberOfGroup(group)
                                .memberOfTenant(districtId)
                                .count()
                        > 0);
    }
}
