package id.tuntas.board;

import id.tuntas.casefile.CaseRecord;
import id.tuntas.casefile.CaseRegister;
import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.District;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may open the page of a case: managers of its district, and there whoever has taken one of its steps or may take one
 * that is open. For everybody else the case does not exist.
 */
@Component
public class CaseDoor {

    private final CaseRegister cases;
    private final JdbcClient db;

    CaseDoor(CaseRegister cases, JdbcClient db) {
        this.cases = cases;
        this.db = db;
    }

    /** @param typed as people type a number, in small letters too; empty for what is none, or none of his */
    public Optional<CaseRecord> open(String typed, Reader reader, Collection<String> managers) {
        return Optional.ofNullable(typed)
                .filter(CaseNumber::isValid)
                .map(CaseNumber::parse)
                .flatMap(cases::find)
                .filter(found -> reader.districts().stream().map(District::id).anyMatch(found.districtId()::equals))
                .filter(found -> reader.groups().stream().anyMatch(managers::contains) || isHis(found, reader));
    }

    private boolean isHis(CaseRecord found, Reader reader) {
        List<String> groups = reader.groups().isEmpty() ? List.of(Field.NONE) : reader.groups();
        return db.sql(
                                """
                                select count(*) from step_clock c
                                where c.case_number = :number and c.district_id = :district and c.kind = 'LANGKAH'
                                    and (c.assignee = :me
                                        or exists (select 1 from clock_event e
                                            where e.clock_id = c.id and e.kind = 'CLAIMED' and e.actor = :me)
                                        or (c.done_at is null and c.assignee is null and c.owner_group in (:groups)))""")
                        .param("number", found.number().value())
                        .param("district", found.districtId())
                        .param("me", reader.userId())
                        .param("groups", groups)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
