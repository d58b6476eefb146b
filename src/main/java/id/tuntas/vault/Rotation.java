package id.tuntas.vault;

import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wraps data keys anew with the current master key, one row at a time, while the application works: a node that has both
 * keys reads a row before and after.
 */
@Component
public class Rotation {

    private static final int PAGE = 500;

    private final DataKeys keys;
    private final MasterKeys masters;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    Rotation(DataKeys keys, MasterKeys masters, JdbcClient db, ApplicationEventPublisher events) {
        this.keys = keys;
        this.masters = masters;
        this.db = db;
        this.events = events;
    }

    /**
     * Leaves no key under an old master key, but for those a node that still calls the old one current makes meanwhile.
     *
     * @return how many data keys were wrapped anew
     * @throws VaultException if an old master key is missing
     */
    public int rotate() {
        int rotated = 0;
        String last = "";
        List<String> page = page(last);
        while (!page.isEmpty()) {
            rotated += (int) page.stream().filter(keys::rewrap).count();
            last = page.get(page.size() - 1);
            page = page(last);
        }
        events.publishEvent(new VaultEvent.KeysRewrapped(rotated, masters.currentId()));
        return rotated;
    }

    /** Master keys that still wrap a data key. */
    List<String> inUse() {
        return db.sql("select distinct master_key_id from data_key where wrapped is not null order by master_key_id")
                .query(String.class)
                .list();
    }

    private List<String> page(String after) {
        return db.sql(
                        """
                        select root_instance_id from data_key
                        where wrapped is not null and master_key_id <> ? and root_instance_id > ?
                        order by root_instance_id fetch first %d rows only"""
                                .formatted(PAGE))
                .params(masters.currentId(), after)
                .query(String.class)
                .list();
    }
}
