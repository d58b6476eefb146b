package id.tuntas.casefile;

import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.District;
import id.tuntas.vault.ClosedCases;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the vault which cases are closed, since when and why. */
@Component
class FilesForErasure implements ClosedCases {

    private final JdbcClient db;

    FilesForErasure(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<CaseState> find(CaseNumber number) {
        return db.sql("select number, closed_at, closing_reason from case_file where number = ?")
                .param(number.value())
                .query((row, index) -> state(row))
                .optional();
    }

    @Override
    public List<CaseState> closedBefore(Instant moment, Collection<District> districts) {
        if (districts.isEmpty()) {
            return List.of();
        }
        return db.sql(
                        """
                        select number, closed_at, closing_reason from case_file
                        where district_id in (:districts) and closed_at < :moment order by closed_at, number""")
                .param("districts", districts.stream().map(District::id).toList())
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, index) -> state(row))
                .list();
    }

    private static CaseState state(ResultSet row) throws SQLException {
        OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new CaseState(
                CaseNumber.parse(row.getString("number")),
                closedAt == null ? null : closedAt.toInstant(),
                row.getString("closing_reason"));
    }
}
