package id.tuntas.engine;

import id.tuntas.partner.DistrictRegistered;
import id.tuntas.shared.District;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A district of the register is a tenant of the engine from the moment it is registered. */
@Component
class DistrictsAsTenants {

    private final Identities identities;

    DistrictsAsTenants(Identities identities) {
        this.identities = identities;
    }

    @EventListener
    void on(DistrictRegistered registered) {
        District district = registered.district();
        identities.ensureDistrict(district.id(), district.name());
    }
}
