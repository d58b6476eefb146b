package id.tuntas.board.report;

import id.tuntas.board.indicator.Period;
import id.tuntas.board.indicator.Shown;
import id.tuntas.shared.District;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many cases were closed, hidden like every small figure about victims. */
@Component
public class ClosedCases {

    private final JdbcClient db;

    ClosedCases(JdbcClient db) {
        this.db = db;
    }

    /** @param days in the district's zone */
    public Shown in(District district, Period days) {
        int closed = db.sql(
                        """
                        select count(*) from case_file
                        where district_id = :district and closed_at >= :start and closed_at < :end""")
                .param("district", district.id())
                .param("start", days.start(district.zone()).atOffset(ZoneOffset.UTC))
                .param("end", days.end(district.zone()).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        return Shown.total(closed);
    }
}
