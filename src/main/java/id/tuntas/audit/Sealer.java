package id.tuntas.audit;

import static id.tuntas.audit.AuditTable.utc;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts what was written into the chain, in the order in which it finds it. One node at a time: whoever holds the lock of
 * the one row of {@code audit_sealer} seals, others wait. A row that is committed after rows with higher ids comes later
 * in the chain; its place there is what counts.
 */
@Component
class Sealer {

    private static final int AT_ONCE = 1000;

    private final JdbcClient db;
    private final JdbcTemplate batches;
    private final ChainHeads heads;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Sealer(
            JdbcClient db,
            JdbcTemplate batches,
            ChainHeads heads,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.db = db;
        this.batches = batches;
        this.heads = heads;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /** Seals everything committed so far; returns how many rows. */
    long run() {
        long all = 0;
        int sealed;
        do {
            sealed = transaction.execute(status -> sealSome());
            all += sealed;
        } while (sealed == AT_ONCE);
        return all;
    }

    private int sealSome() {
        db.sql("select id from audit_sealer where id = 1 for update")
                .query(Integer.class)
                .single();
        List<AuditRow> rows = waiting();
        if (rows.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        write(chain(rows, now));
        db.sql("update audit_sealer set sealed_at = ? where id = 1")
                .param(utc(now))
                .update();
        return rows.size();
    }

    private List<AuditRow> waiting() {
        return db.sql("select e.* from audit_pending p join audit_entry e on e.id = p.entry_id order by e.id"
                        + " fetch first " + AT_ONCE + " rows only")
                .query(AuditTable::row)
                .list();
    }

    private List<AuditSeal> chain(List<AuditRow> rows, Instant now) {
        ChainHead head = heads.now();
        long sequence = head.sequence();
        String hash = head.hash();
        List<AuditSeal> seals = new ArrayList<>(rows.size());
        for (AuditRow row : rows) {
            AuditSeal seal = AuditSeal.of(++sequence, now, hash, row);
            hash = seal.hash();
            seals.add(seal);
        }
        return seals;
    }

    private void write(List<AuditSeal> seals) {
        batches.batchUpdate(
                "insert into audit_seal (sequence, entry_id, sealed_at, previous_hash, hash) values (?, ?, ?, ?, ?)",
                seals,
                AT_ONCE,
                (insert, seal) -> {
                    insert.setLong(1, seal.sequence());
                    insert.setLong(2, seal.entryId());
                    insert.setObject(3, utc(seal.sealedAt()));
                    insert.setString(4, seal.previousHash());
                    insert.setString(5, seal.hash());
                });
        batches.batchUpdate(
                "delete from audit_pending where entry_id = ?",
                seals,
                AT_ONCE,
                (delete, seal) -> delete.setLong(1, seal.entryId()));
    }
}
