package id.tuntas.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * What is started from the shared procedure belongs to the district of whoever starts it; what a case calls belongs to
 * the case's district. Null where the user works in none or in several: a process without a district is visible to all,
 * so {@link CaseBeginsAndEnds} refuses to open a case then.
 */
class DistrictOfUser implements TenantIdProvider {

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        return start.getSuperExecution() == null
                ? districtOfUser()
                : start.getSuperExecution().getTenantId();
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
        return districtOfUser();
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext decision) {
        return decision.getExecution() == null
                ? districtOfUser()
                : decision.getExecution().getTenantId();
    }

    static String districtOfUser() {
        Authentication user = Context.getCommandContext().getAuthentication();
        List<String> districts = user == null ? null : user.getTenantIds();
        return districts != null && districts.size() == 1 ? districts.get(0) : null;
    }
}
