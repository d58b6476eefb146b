package id.tuntas.vault;

import id.tuntas.shared.CaseNumber;
import id.tuntas.vault.ClosedCases.CaseState;
import id.tuntas.vault.ErasureRefused.Why;
import id.tuntas.vault.RequestTable.Outcome;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Erases a case by destroying its keys: that of the case itself and those of every process that names it. What the case
 * left in clear (its number, clocks, statistics) stays.
 */
@Component
public class Erasure {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

    private final JdbcClient db;
    private final ClosedCases cases;
    private final LegalHolds holds;
    private final RequestTable requests;
    private final Certificates certificates;
    private final CaseKeys keys;
    private final ErasedKeys erased;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Erasure(
            JdbcClient db,
            ClosedCases cases,
            LegalHolds holds,
            RequestTable requests,
            Certificates certificates,
            CaseKeys keys,
            ErasedKeys erased,
            Clock clock,
            ApplicationEventPublisher events) {
        this.db = db;
        this.cases = cases;
        this.holds = holds;
        this.requests = requests;
        this.certificates = certificates;
        this.keys = keys;
        this.erased = erased;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Destroys the keys of a closed case, for good, and writes the certificate in the same transaction. The operator's
     * door: for people in the application {@link ErasureRequests} needs two of them.
     *
     * @param reason why, without personal data
     * @throws ErasureRefused if the case is unknown or open, or somebody holds it, or its keys are destroyed already
     */
    @Transactional
    public Certificate erase(CaseNumber number, String reason, String actor) {
        return erase(number, reason, null, actor);
    }

    /** @param askedBy null for an operator, who asks nobody */
    @Transactional
    Certificate erase(CaseNumber number, String reason, String askedBy, String actor) {
        LegalHolds.requireReason(reason);
        List<LiveKey> live = erasable(number);
        List<String> roots = live.stream().map(LiveKey::rootInstanceId).toList();
        Instant now = clock.instant();
        db.sql("update data_key set wrapped = null, destroyed_at = :now where root_instance_id in (:roots)")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("roots", roots)
                .update();
        Certificate certificate = new Certificate(
                number,
                roots.size(),
                live.stream().map(LiveKey::masterKeyId).distinct().sorted().collect(Collectors.joining(",")),
                reason.strip(),
                askedBy,
                actor,
                now);
        certificates.add(certificate);
        requests.end(number, Outcome.DIHAPUS, null, actor);
        events.publishEvent(new VaultEvent.CaseErased(number.value(), askedBy, actor, reason.strip()));
        forgetAfterCommit(roots);
        return certificate;
    }

    /**
     * The keys that would be destroyed, locked until the end of the transaction: no hold and no request can come in between.
     *
     * @throws ErasureRefused if the case must not be erased, or there is nothing to erase
     */
    @Transactional
    List<LiveKey> erasable(CaseNumber number) {
        refuseIfOpen(number);
        List<LiveKey> live = liveKeys(number);
        if (holds.stands(number)) {
            throw new ErasureRefused(Why.HELD, "Kasus " + number.value() + " sedang ditahan dan tidak boleh dihapus.");
        }
        if (live.isEmpty()) {
            throw new ErasureRefused(Why.ERASED, "Kasus " + number.value() + " sudah dihapus, atau tidak punya data.");
        }
        return live;
    }

    /** How many keys an erasure would destroy now; none if the case was erased. */
    public int keysOf(CaseNumber number) {
        return db.sql("select count(*) from data_key where case_number = ? and wrapped is not null")
                .param(number.value())
                .query(Integer.class)
                .single();
    }

    private void refuseIfOpen(CaseNumber number) {
        CaseState state = cases.find(number)
                .orElseThrow(() -> new ErasureRefused(Why.UNKNOWN_CASE, "Tidak ada kasus " + number.value() + "."));
        if (state.closedAt() == null) {
            throw new ErasureRefused(
                    Why.STILL_OPEN, "Kasus " + number.value() + " belum ditutup dan tidak boleh dihapus.");
        }
    }

    private List<LiveKey> liveKeys(CaseNumber number) {
        return db.sql(
                        """
                        select root_instance_id, master_key_id from data_key
                        where case_number = ? and wrapped is not null for update""")
                .param(number.value())
                .query((row, index) -> new LiveKey(row.getString("root_instance_id"), row.getString("master_key_id")))
                .list();
    }

    private void forgetAfterCommit(List<String> roots) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keys.forget(roots);
                try {
                    erased.add(roots);
                } catch (UncheckedIOException e) {
                    // the case is erased, and whoever did it must not hear the contrary; the next start writes it
                    LOG.error("An erasure is not on the list beside the keystore yet: {}", roots, e);
                }
            }
        });
    }

    /**
     * @param masterKeyIds what wrapped the destroyed keys: old backups open as long as one of these exists anywhere
     * @param askedBy null where an operator erased it with the command
     * @param erasedAt UTC
     */
    public record Certificate(
            CaseNumber number,
            int destroyedKeys,
            String masterKeyIds,
            String reason,
            String askedBy,
            String actor,
            Instant erasedAt) {}

    record LiveKey(String rootInstanceId, String masterKeyId) {}
}
