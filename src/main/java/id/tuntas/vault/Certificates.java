package id.tuntas.vault;

import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.District;
import id.tuntas.vault.Erasure.Certificate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is left of erased cases: who, when, why, and under which master keys. Rows are added, never changed. */
@Component
public class Certificates {

    private static final String ALL =
            """
            select case_number, destroyed_keys, master_key_ids, reason, asked_by, actor, erased_at
            from erasure_certificate""";

    private final JdbcClient db;

    Certificates(JdbcClient db) {
        this.db = db;
    }

    void add(Certificate certificate) {
        db.sql(
                        """
                        insert into erasure_certificate
                            (case_number, destroyed_keys, master_key_ids, reason, asked_by, actor, erased_at)
                        values (:number, :keys, :masters, :reason, :askedBy, :actor, :at)""")
                .param("number", certificate.number().value())
                .param("keys", certificate.destroyedKeys())
                .param("masters", certificate.masterKeyIds())
                .param("reason", certificate.reason())
                .param("askedBy", certificate.askedBy(), Types.VARCHAR)
                .param("actor", certificate.actor())
                .param("at", certificate.erasedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Newest first. More than one if something was said about the case after it was erased. */
    public List<Certificate> of(CaseNumber number) {
        return db.sql(ALL + " where case_number = ? order by id desc")
                .param(number.value())
                .query((row, index) -> certificate(row))
                .list();
    }

    /** The newest of these districts, at most so many. */
    public List<Certificate> newest(Collection<District> districts, int atMost) {
        if (districts.isEmpty()) {
            return List.of();
        }
        return db.sql(ALL
                        + " where substring(case_number from 1 for position('-' in case_number) - 1) in (:codes)"
                        + " order by id desc fetch first " + atMost + " rows only")
                .param("codes", districts.stream().map(District::code).toList())
                .query((row, index) -> certificate(row))
                .list();
    }

    private static Certificate certificate(ResultSet row) throws SQLException {
        return new Certificate(
                CaseNumber.parse(row.getString("case_number")),
                row.getInt("destroyed_keys"),
                row.getString("master_key_ids"),
                row.getString("reason"),
                row.getString("asked_by"),
                row.getString("actor"),
                row.getObject("erased_at", OffsetDateTime.class).toInstant());
    }
}
