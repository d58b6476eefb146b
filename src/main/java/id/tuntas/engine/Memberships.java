package id.tuntas.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In which groups and districts somebody is. Asks the engine's tables and not its services: they would build the engine,
 * which needs the audit, would answer by the rights of whoever asks, and ask twice.
 *
 * <p>Several guards ask of one request, and the audit for each row; within it ({@link #remember}) they get one answer.
 */
@Component
class Memberships {

    private static final ThreadLocal<Map<String, Membership>> KNOWN = new ThreadLocal<>();

    private final JdbcClient db;

    Memberships(JdbcClient db) {
        this.db = db;
    }

    /** Empty lists for somebody unknown. */
    Membership of(String userId) {
        Map<String, Membership> known = KNOWN.get();
        return known == null ? read(userId) : known.computeIfAbsent(userId, this::read);
    }

    /** From now on this thread asks for each person once, until {@link #forget}. */
    static void remember() {
        KNOWN.set(new HashMap<>());
    }

    /** To be called before a membership changes, and when the request is over. */
    static void forget() {
        KNOWN.remove();
    }

    private Membership read(String userId) {
        List<String> groups = new ArrayList<>();
        List<String> districts = new ArrayList<>();
        db.sql(
                        """
                        select group_id_ as id, 1 as is_group from act_id_membership where user_id_ = :user
                        union all
                        select tenant_id_, 0 from act_id_tenant_member where user_id_ = :user
                        order by id""")
                .param("user", userId)
                .query(row -> {
                    (row.getInt("is_group") == 1 ? groups : districts).add(row.getString("id"));
                });
        return new Membership(List.copyOf(groups), List.copyOf(districts));
    }

    /** Ids, in order. */
    record Membership(List<String> groups, List<String> districts) {}
}
