package id.tuntas.audit;

import static id.tuntas.audit.AuditTable.utc;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Access to one case for some hours, which somebody took in an emergency. What it opens, others decide. */
@Component
public class EmergencyAccess {

    /** The longest a grant may last. */
    public static final Duration LONGEST = Duration.ofHours(4);

    private static final String UNJUSTIFIED = "tidak-dibenarkan";

    private final JdbcClient db;
    private final AuditLog log;

    EmergencyAccess(JdbcClient db, AuditLog log) {
        this.db = db;
        this.log = log;
    }

    /**
     * Whether that person's access to that case is open at that time: it has begun, not run out, and no reviewer has found
     * it unjustified before. False for nulls.
     */
    @Transactional(readOnly = true)
    public boolean isOpen(String userId, String caseNumber, Instant at) {
        return openUntil(userId, caseNumber, at).isPresent();
    }

    /** When the access that is open at that time ends; empty if none is. */
    @Transactional(readOnly = true)
    public Optional<Instant> openUntil(String userId, String caseNumber, Instant at) {
        if (userId == null || caseNumber == null || at == null) {
            return Optional.empty();
        }
        return db.sql(
                        """
                        select valid_until from emergency_access
                        where user_id = :user and case_number = :case and valid_from <= :at and valid_until > :at
                          and (verdict is null or verdict <> :unjustified or reviewed_at > :at)
                        order by valid_until desc fetch first 1 row only""")
                .param("user", userId)
                .param("case", caseNumber)
                .param("at", utc(at))
                .param("unjustified", UNJUSTIFIED)
                .query((row, number) -> AuditTable.instant(row, "valid_until"))
                .optional();
    }

    /**
     * Opens the access, in the caller's transaction.
     *
     * @throws IllegalArgumentException if it lasts for longer than {@link #LONGEST} or not at all
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void grant(Grant grant) {
        Duration length = Duration.between(grant.from(), grant.until());
        if (length.isNegative() || length.isZero() || length.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("Access in an emergency lasts up to four hours, not " + length);
        }
        db.sql(
                        """
                        insert into emergency_access
                            (process_instance_id, user_id, case_number, district_id, reason, valid_from, valid_until)
                        values (:instance, :user, :case, :district, :reason, :from, :until)""")
                .param("instance", grant.processInstanceId())
                .param("user", grant.userId())
                .param("case", grant.caseNumber())
                .param("district", grant.districtId())
                .param("reason", grant.reason())
                .param("from", utc(grant.from()))
                .param("until", utc(grant.until()))
                .update();
        log.record(entry("EMERGENCY_GRANTED", grant).because(grant.reason() + " " + length));
    }

    /** The grant that process instance made; empty if it made none. */
    @Transactional(readOnly = true)
    public Optional<Grant> of(String processInstanceId) {
        return db.sql("select * from emergency_access where process_instance_id = ?")
                .param(processInstanceId)
                .query((row, number) -> new Grant(
                        row.getString("process_instance_id"),
                        row.getString("user_id"),
                        row.getString("case_number"),
                        row.getString("district_id"),
                        row.getString("reason"),
                        AuditTable.instant(row, "valid_from"),
                        AuditTable.instant(row, "valid_until")))
                .optional();
    }

    /**
     * Writes the verdict down, once, in the caller's transaction; {@code tidak-dibenarkan} ends an access that is open.
     *
     * @throws IllegalStateException if there is no such grant, it was reviewed already, or the reviewer is who took it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void review(String processInstanceId, String reviewer, String verdict, Instant at) {
        int reviewed = db.sql(
                        """
                        update emergency_access set reviewed_at = :at, reviewer = :reviewer, verdict = :verdict
                        where process_instance_id = :instance and reviewed_at is null and user_id <> :reviewer""")
                .param("at", utc(at))
                .param("reviewer", reviewer)
                .param("verdict", verdict)
                .param("instance", processInstanceId)
                .update();
        if (reviewed != 1) {
            throw new IllegalStateException(
                    "No access of another person that waits for a review: " + processInstanceId);
        }
        Grant grant = of(processInstanceId).orElseThrow();
        log.record(entry("EMERGENCY_REVIEWED", grant).because(verdict + " " + grant.userId()));
    }

    private static AuditEntry entry(String kind, Grant grant) {
        return AuditEntry.of(kind).inCase(grant.caseNumber(), grant.processInstanceId());
    }

    /**
     * One access. Nothing may be null.
     *
     * @param processInstanceId of the process that asks for the review
     * @param districtId of the person and the case
     * @param reason code of the form's list
     * @param until exclusive
     */
    public record Grant(
            String processInstanceId,
            String userId,
            String caseNumber,
            String districtId,
            String reason,
            Instant from,
            Instant until) {}
}
