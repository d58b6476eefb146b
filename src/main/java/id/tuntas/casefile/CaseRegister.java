package id.tuntas.casefile;

import id.tuntas.shared.CaseNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the file of a case by its number. Whoever asks decides who may know of it. */
@Component
public class CaseRegister {

    private final JdbcClient db;

    CaseRegister(JdbcClient db) {
        this.db = db;
    }

    public Optional<CaseRecord> find(CaseNumber number) {
        return db.sql("select * from case_file where number = ?")
                .param(number.value())
                .query((row, index) -> new CaseRecord(
                        number,
                        row.getString("district_id"),
                        row.getString("process_instance_id"),
                        instant(row, "opened_at"),
                        instant(row, "closed_at"),
                        row.getString("closing_reason"),
                        instant(row, "legal_breach_at")))
                .optional();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
