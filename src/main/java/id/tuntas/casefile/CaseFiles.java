package id.tuntas.casefile;

import id.tuntas.casefile.CaseNumbers.Allocated;
import id.tuntas.engine.CaseOpening;
import id.tuntas.partner.MouRegister;
import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.District;
import id.tuntas.sla.LegalDeadlineBroken;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens and closes the file of a case, in the engine's transaction. */
@Component
class CaseFiles implements CaseOpening {

    private final JdbcClient db;
    private final CaseNumbers numbers;
    private final MouRegister register;
    private final Clock clock;

    CaseFiles(JdbcClient db, CaseNumbers numbers, MouRegister register, Clock clock) {
        this.db = db;
        this.numbers = numbers;
        this.register = register;
        this.clock = clock;
    }

    @Override
    public CaseNumber open(String districtId, String processInstanceId) {
        District district = register.district(districtId)
                .orElseThrow(() -> new IllegalArgumentException("No such district: " + districtId));
        Allocated next = numbers.next(district);
        db.sql(
                        """
                        insert into case_file
                            (number, district_id, case_year, sequence, process_instance_id, opened_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(next.number().value(), district.id(), next.year(), next.sequence(), processInstanceId, now())
                .update();
        return next.number();
    }

    @Override
    public void close(String processInstanceId, String closingReason) {
        db.sql(
                        """
                        update case_file set closed_at = :now, closing_reason = :reason
                        where process_instance_id = :instance and closed_at is null""")
                .param("now", now())
                .param("reason", closingReason, Types.VARCHAR)
                .param("instance", processInstanceId)
                .update();
    }

    @Override
    public void handOver(CaseNumber from, CaseNumber to) {
        db.sql("insert into case_handover (from_number, to_number, handed_over_at) values (?, ?, ?)")
                .params(from.value(), to.value(), now())
                .update();
    }

    @Override
    public boolean isHandedOver(CaseNumber number) {
        return db.sql("select count(*) from case_handover where from_number = ?")
                        .param(number.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** For good: whatever is done afterwards, the limit was broken. */
    @EventListener
    void legalDeadlineBroken(LegalDeadlineBroken broken) {
        db.sql(
                        """
                        update case_file set legal_breach_at = ?
                        where process_instance_id = ? and legal_breach_at is null""")
                .params(broken.at().atOffset(ZoneOffset.UTC), broken.processInstanceId())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
