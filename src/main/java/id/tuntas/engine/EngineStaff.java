package id.tuntas.engine;

import id.tuntas.sla.Staff;
import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who works where, from the tables of the engine's directory: its services are built with the ladder's delegates, which need
 * this, and would answer by the rights of whoever asks.
 */
@Component
class EngineStaff implements Staff {

    private final JdbcClient db;

    EngineStaff(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Set<String> staffed(Collection<String> groups, String districtId) {
        if (groups.isEmpty() || districtId == null) {
            return Set.of();
        }
        return db.sql(
                        """
                        select distinct g.group_id_ from act_id_membership g
                            join act_id_tenant_member d on d.user_id_ = g.user_id_
                        where g.group_id_ in (:groups) and d.tenant_id_ = :district""")
                .param("groups", groups)
                .param("district", districtId)
                .query(String.class)
                .set();
    }
}
