package id.tuntas.records;

import id.tuntas.shared.CaseNumber;
import id.tuntas.vault.CaseKeys;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases of long ago, with a key and without a process, for tests of what becomes of them. */
final class OldCases {

    private static final AtomicInteger NEXT = new AtomicInteger(9000);

    private final JdbcClient db;
    private final CaseKeys keys;

    OldCases(JdbcClient db, CaseKeys keys) {
        this.db = db;
        this.keys = keys;
    }

    /** Closed in 2009 because it was no case: kept for a year. */
    CaseNumber due() {
        return add("MABAR", "manggarai-barat", "2009-06-01T00:00:00Z", "bukan-kasus");
    }

    /** Closed in 2020 because the victim died: kept for twenty years. */
    CaseNumber early() {
        return add("MABAR", "manggarai-barat", "2020-06-01T00:00:00Z", "meninggal");
    }

    CaseNumber open() {
        return add("MABAR", "manggarai-barat", null, null);
    }

    CaseNumber ofTheOtherDistrict() {
        return add("MANADO", "manado", "2009-06-01T00:00:00Z", "bukan-kasus");
    }

    boolean isReadable(CaseNumber number) {
        return db.sql("select count(*) from data_key where case_number = ? and wrapped is not null")
                        .param(number.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private CaseNumber add(String code, String district, String closed, String reason) {
        int sequence = NEXT.incrementAndGet();
        CaseNumber number = CaseNumber.parse(code + "-2009-" + sequence);
        String instance = "kasus-lama-" + UUID.randomUUID(); // what was erased once is refused for ever
        db.sql(
                        """
                        insert into case_file (number, district_id, case_year, sequence, process_instance_id, opened_at,
                            closed_at, closing_reason)
                        values (:number, :district, 2009, :sequence, :instance, :opened, :closed, :reason)""")
                .param("number", number.value())
                .param("district", district)
                .param("sequence", sequence)
                .param("instance", instance)
                .param("opened", OffsetDateTime.parse("2009-01-05T00:00:00Z"))
                .param("closed", closed == null ? null : OffsetDateTime.parse(closed), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("reason", reason, Types.VARCHAR)
                .update();
        keys.belongsTo(instance, number);
        return number;
    }
}
