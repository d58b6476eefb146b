package id.tuntas.engine;

import id.tuntas.sla.Staff;
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
    public boolean anyoneIn(String group, String districtId) {
        return db.sql(
                        """
                        select 1 from act_id_membership g join act_id_tenant_member d on d.user_id_ = g.user_id_
                        where g.group_id_ = ? and d.tenant_id_ = ? fetch first 1 row only""")
                .params(group, districtId)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
