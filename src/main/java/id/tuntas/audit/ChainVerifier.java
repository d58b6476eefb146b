package id.tuntas.audit;

import id.tuntas.audit.ChainCheck.Break;
import id.tuntas.audit.ChainCheck.What;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the whole chain as a stream and says what is wrong first. Works beside a running sealer. */
@Component
class ChainVerifier {

    private static final int FETCH = 2000;
    private static final String CHAIN =
            """
            select s.sequence, s.entry_id, s.sealed_at, s.previous_hash, s.hash, e.*
            from audit_seal s left join audit_entry e on e.id = s.entry_id
            order by s.sequence""";
    private static final String UNSEALED =
            """
            select min(e.id) from audit_entry e
            where not exists (select 1 from audit_seal s where s.entry_id = e.id)
              and not exists (select 1 from audit_pending p where p.entry_id = e.id)""";

    private final JdbcTemplate db;
    private final TransactionTemplate snapshot;

    ChainVerifier(DataSource database, PlatformTransactionManager transactions) {
        this.db = new JdbcTemplate(database);
        db.setFetchSize(FETCH);
        // one picture of all three tables; and only within a transaction does PostgreSQL stream
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** @param known an exported head, or null */
    Report verify(ChainHead known) {
        return snapshot.execute(status -> {
            ChainCheck check = new ChainCheck(known);
            db.query(CHAIN, links -> {
                boolean whole = true;
                while (whole && links.next()) {
                    whole = check.next(seal(links), row(links));
                }
                return null;
            });
            Optional<Break> found = check.end().or(this::unsealed);
            return new Report(check.whole(), found.orElse(null));
        });
    }

    private Optional<Break> unsealed() {
        return Optional.ofNullable(db.queryForObject(UNSEALED, Long.class))
                .map(entry -> new Break(What.UNSEALED, 0, entry));
    }

    private static AuditSeal seal(ResultSet link) throws SQLException {
        return new AuditSeal(
                link.getLong("sequence"),
                link.getLong("entry_id"),
                AuditTable.instant(link, "sealed_at"),
                link.getString("previous_hash"),
                link.getString("hash"));
    }

    private static AuditRow row(ResultSet link) throws SQLException {
        return link.getObject("id") == null ? null : AuditTable.row(link, 0);
    }

    /**
     * @param whole how many links from the first on are as they were sealed
     * @param broken null if all are
     */
    record Report(long whole, Break broken) {

        /** A sentence for whoever runs the check. */
        String sentence() {
            if (broken == null) {
                return whole + " baris rantai audit diperiksa, semuanya utuh";
            }
            String row = broken.entryId() == null ? "" : ", baris audit_entry " + broken.entryId();
            return "Rantai audit rusak pada urutan %d%s: %s. Utuh sebelumnya: %d baris."
                    .formatted(broken.sequence(), row, reason(), whole);
        }

        private String reason() {
            return switch (broken.what()) {
                case ALTERED -> "isi baris diubah";
                case MISSING -> "baris atau segelnya hilang";
                case DOES_NOT_FOLLOW ->
                    "tidak menyambung dengan baris sebelumnya (ada yang disisipkan, dihapus, atau dipindahkan)";
                case NOT_THE_EXPORTED -> "bukan rantai yang kepalanya pernah diekspor";
                case UNSEALED -> "baris tanpa segel yang juga tidak menunggu segel";
            };
        }
    }
}
