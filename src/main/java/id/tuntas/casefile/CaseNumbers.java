package id.tuntas.casefile;

import id.tuntas.partner.DistrictRegistered;
import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.District;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives out the numbers of a district, one row for each district; the year's first case gets number 1. */
@Component
class CaseNumbers {

    private final JdbcClient db;
    private final Clock clock;

    CaseNumbers(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @EventListener
    void on(DistrictRegistered registered) {
        District district = registered.district();
        db.sql(
                        """
                        insert into case_sequence (district_id, sequence_year, last_number)
                        select d.id, ?, 0 from district d
                        where d.id = ? and not exists (select 1 from case_sequence c where c.district_id = d.id)""")
                .params(year(district), district.id())
                .update();
    }

    /**
     * The next number, in the caller's transaction: the row stays locked until it ends, so that no two cases get the
     * same number and a rolled-back start leaves no hole. A clock that jumps back a year goes on in the newer year.
     *
     * @throws IllegalStateException if the district was never registered
     */
    Allocated next(District district) {
        int year = year(district);
        int rows = db.sql(
                        """
                        update case_sequence
                        set last_number = case when sequence_year >= ? then last_number + 1 else 1 end,
                            sequence_year = case when sequence_year >= ? then sequence_year else ? end
                        where district_id = ?""")
                .params(year, year, year, district.id())
                .update();
        if (rows != 1) {
            throw new IllegalStateException("District " + district.id() + " has no row of case numbers");
        }
        return db.sql("select sequence_year, last_number from case_sequence where district_id = ?")
                .param(district.id())
                .query((row, i) -> new Allocated(
                        CaseNumber.of(district, row.getInt("sequence_year"), row.getLong("last_number")),
                        row.getInt("sequence_year"),
                        row.getLong("last_number")))
                .single();
    }

    private int year(District district) {
        return LocalDate.ofInstant(clock.instant(), district.zone()).getYear();
    }

    record Allocated(CaseNumber number, int year, long sequence) {}
}
