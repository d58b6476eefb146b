package id.tuntas.access;

import id.tuntas.engine.GroupAuthorizations;
import id.tuntas.engine.Identities;
import id.tuntas.engine.SharedFilters;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes the table of roles into the engine, at each start; what is already right stays as it is. */
@Component
@Order(RoleSetup.ORDER)
class RoleSetup implements ApplicationRunner {

    static final int ORDER = 100;

    private static final String CASE = "penanganan-korban";
    private static final String REFERRAL = "rujukan";
    private static final String EVENT = "kejadian-kasus";
    private static final String LADDER = "eskalasi";
    private static final String CLOCK_REQUEST = "atur-tenggat";
    private static final String EMERGENCY = "akses-darurat";

    private final Identities identities;
    private final GroupAuthorizations authorizations;
    private final SharedFilters filters;

    RoleSetup(Identities identities, GroupAuthorizations authorizations, SharedFilters filters) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.filters = filters;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        identities.ensureGroup(Identities.ADMINISTRATORS, "Administrator");
        authorizations.grantEverything(Identities.ADMINISTRATORS);
        identities.ensureGroup(Roles.MONITORS, "Pemantau layanan");
        for (Role role : Role.values()) {
            identities.ensureGroup(role.id(), role.title());
        }
        Role.ofCases().forEach(this::grant);
        filters.renew();
    }

    private void grant(Role role) {
        if (role.receivesReports()) {
            authorizations.grantWork(
                    role.id(), List.of(REFERRAL, LADDER), List.of(CASE, EVENT, CLOCK_REQUEST, EMERGENCY));
        } else {
            authorizations.grantWork(
                    role.id(), List.of(CASE, REFERRAL, LADDER), List.of(EVENT, CLOCK_REQUEST, EMERGENCY));
        }
    }
}
