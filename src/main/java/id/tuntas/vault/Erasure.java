package id.tuntas.vault;

import id.tuntas.shared.CaseNumber;
import id.tuntas.vault.ClosedCases.CaseState;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
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

    private final JdbcClient db;
    private final ClosedCases cases;
    private final LegalHolds holds;
    private final CaseKeys keys;
    private final ErasedKeys erased;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Erasure(
            JdbcClient db,
            ClosedCases cases,
            LegalHolds holds,
            CaseKeys keys,
            ErasedKeys erased,
            Clock clock,
            ApplicationEventPublisher events) {
        this.db = db;
        this.cases = cases;
        this.holds = holds;
        this.keys = keys;
        this.erased = erased;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Destroys the keys of a closed case, for good, and writes the certificate in the same transaction.
     *
     * @param reason why, without personal data
     * @throws ErasureRefused if the case is unknown or open, or somebody holds it, or its keys are destroyed already
     */
    @Transactional
    public Certificate erase(CaseNumber number, String reason, String actor) {
        LegalHolds.requireReason(reason);
        refuseIfOpen(number);
        // the rows stay locked until the end: no hold can come in between
        List<LiveKey> live = liveKeys(number);
        if (holds.stands(number)) {
            throw new ErasureRefused("Kasus " + number.value() + " sedang ditahan dan tidak boleh dihapus.");
        }
        if (live.isEmpty()) {
            throw new ErasureRefused("Kasus " + number.value() + " sudah dihapus, atau tidak punya data.");
        }
        List<String> roots = live.stream().map(LiveKey::rootInstanceId).toList();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        db.sql("update data_key set wrapped = null, destroyed_at = :now where root_instance_id in (:roots)")
                .param("now", now)
                .param("roots", roots)
                .update();
        Certificate certificate = new Certificate(
                number,
                roots.size(),
                live.stream().map(LiveKey::masterKeyId).distinct().sorted().collect(Collectors.joining(",")),
                reason.strip(),
                actor,
                now.toInstant());
        write(certificate, now);
        events.publishEvent(new VaultEvent.CaseErased(number.value(), actor, reason.strip()));
        forgetAfterCommit(roots);
        return certificate;
    }

    private void refuseIfOpen(CaseNumber number) {
        CaseState state =
                cases.find(number).orElseThrow(() -> new ErasureRefused("Tidak ada kasus " + number.value() + "."));
        if (state.closedAt() == null) {
            throw new ErasureRefused("Kasus " + number.value() + " belum ditutup dan tidak boleh dihapus.");
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

    private void write(Certificate certificate, OffsetDateTime now) {
        db.sql(
                        """
                        insert into erasure_certificate
                            (case_number, destroyed_keys, master_key_ids, reason, actor, erased_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        certificate.number().value(),
                        certificate.destroyedKeys(),
                        certificate.masterKeyIds(),
                        certificate.reason(),
                        certificate.actor(),
                        now)
                .update();
    }

    private void forgetAfterCommit(List<String> roots) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                keys.forget(roots);
                erased.add(roots);
            }
        });
    }

    /**
     * @param masterKeyIds what wrapped the destroyed keys: old backups open as long as one of these exists anywhere
     * @param erasedAt UTC
     */
    public record Certificate(
            CaseNumber number, int destroyedKeys, String masterKeyIds, String reason, String actor, Instant erasedAt) {}

    private record LiveKey(String rootInstanceId, String masterKeyId) {}
}
