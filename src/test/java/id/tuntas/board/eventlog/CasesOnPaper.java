package id.tuntas.board.eventlog;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases, clocks and their ledger, written past the engine. */
final class CasesOnPaper {

    static final Instant MONDAY = Instant.parse("2026-03-02T01:15:00Z");

    /** Whatever of these is found in a log has leaked; each stands in the rows below. */
    static final List<String> SECRETS = List.of(
            "UJI-2026",
            "siti.rahayu",
            "peksos-budi",
            "akar-",
            "papan-",
            "korban-takut",
            "terdaftar-ganda",
            "alasan-tutup",
            "rumah-sakit-jiwa",
            "tersambung");

    private final JdbcClient db;
    private final String districtId;

    CasesOnPaper(JdbcClient db, String districtId) {
        this.db = db;
        this.districtId = districtId;
    }

    static String number(int i) {
        return "UJI-2026-%04d".formatted(i);
    }

    /** A case whose step lasted so many hours, with everything a clock can go through in between. */
    void whole(int i, Instant opened) {
        Instant closed = opened.plus(Duration.ofHours(10L + i));
        file(i, opened, closed);
        clock(i, "tahap", "TAHAP", "umum", "LAPORAN", null, null, opened);
        event(i, "tahap", "STARTED", opened, null, null);
        clock(i, "langkah", "LANGKAH", "umum", "saring-risiko", "LAPORAN", "rumah-sakit-jiwa", opened);
        event(i, "langkah", "STARTED", opened, null, null);
        event(i, "langkah", "REMINDED", opened.plusSeconds(600), null, null);
        event(i, "langkah", "RUNG_TOLD", opened.plusSeconds(700), null, "kepala-uptd");
        event(i, "langkah", "CLAIMED", opened.plusSeconds(3_600), "siti.rahayu", null);
        event(i, "langkah", "PAUSED", opened.plusSeconds(3_700), "siti.rahayu", "korban-takut");
        event(i, "langkah", "RESUMED", opened.plusSeconds(3_800), "siti.rahayu", "korban-takut");
        event(i, "langkah", "REASSIGNED", opened.plusSeconds(3_900), "siti.rahayu", "peksos-budi");
        event(i, "langkah", "CALL_NOTED", opened.plusSeconds(4_000), "siti.rahayu", "tersambung");
        event(i, "langkah", "CHANGE_REFUSED", opened.plusSeconds(4_100), "siti.rahayu", "terdaftar-ganda");
        event(i, "langkah", "EXTENDED", opened.plusSeconds(4_200), "siti.rahayu", null);
        end(i, "langkah", "DONE", "SELESAI", closed.minusSeconds(60), "peksos-budi", opened.plusSeconds(3_600));
        end(i, "tahap", "DONE", "SELESAI", closed.minusSeconds(30), null, null);
    }

    /** @param answer diterima, ditolak, diam */
    void referral(int i, Instant asked, String answer) {
        clock(i, "tanya", "LANGKAH", "rujukan", "jawab-rujukan", null, "rumah-sakit-jiwa", asked);
        event(i, "tanya", "STARTED", asked, null, null);
        Instant answered = asked.plusSeconds(7_200);
        boolean silent = answer.equals("diam");
        end(
                i,
                "tanya",
                silent ? "CANCELLED" : "DONE",
                silent ? "BATAL" : "SELESAI",
                answered,
                silent ? null : "siti.rahayu",
                silent ? null : asked.plusSeconds(60));
        if (answer.equals("diterima")) {
            clock(i, "layanan", "LANGKAH", "rujukan", "laksanakan-layanan", null, "rumah-sakit-jiwa", answered);
            event(i, "layanan", "STARTED", answered, null, null);
        }
    }

    void remove() {
        db.sql("delete from clock_event where clock_id like 'papan-%'").update();
        db.sql("delete from step_clock where id like 'papan-%'").update();
        db.sql("delete from case_file where number like 'UJI-2026-%' and case_year = 1999")
                .update();
    }

    /** @param closed null while it is open */
    void file(int i, Instant opened, Instant closed) {
        db.sql(
                        """
                        insert into case_file (number, district_id, case_year, sequence, process_instance_id, opened_at,
                            closed_at, closing_reason)
                        values (:number, :district, 1999, :i, :root, :opened, :closed, 'alasan-tutup')""")
                .param("number", number(i))
                .param("district", districtId)
                .param("i", i)
                .param("root", "akar-" + i)
                .param("opened", utc(opened))
                .param("closed", utc(closed), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void clock(
            int i, String id, String kind, String process, String step, String stage, String service, Instant started) {
        db.sql(
                        """
                        insert into step_clock (id, kind, case_number, process_instance_id, execution_id,
                            process_definition_id, process_key, sop_version, step_id, stage_id, service, agency_id,
                            district_id, owner_group, risk, trafficking, calendar, measure, statutory, budget,
                            total_units, consumed_units, running_since, remind_share, started_at, remind_at, due_at,
                            provisional, has_timer, rung)
                        values (:id, :kind, :number, :root, 'papan-e', 'papan-d', :process, 1, :step, :stage, :service,
                            'rsud', :district, 'peksos', 'DARURAT', true, 'terus', 'CALENDAR_TIME', false, 'PT1H', 1, 0,
                            :started, 0.75, :started, :started, :started, false, true, 0)""")
                .param("id", "papan-" + i + "-" + id)
                .param("kind", kind)
                .param("number", number(i))
                .param("root", "akar-" + i)
                .param("process", process)
                .param("step", step)
                .param("stage", stage, Types.VARCHAR)
                .param("service", service, Types.VARCHAR)
                .param("district", districtId)
                .param("started", utc(started))
                .update();
    }

    void event(int i, String clock, String kind, Instant at, String actor, String reason) {
        db.sql("insert into clock_event (clock_id, happened_at, kind, actor, reason) values (?, ?, ?, ?, ?)")
                .params("papan-" + i + "-" + clock, utc(at), kind, actor, reason)
                .update();
    }

    private void end(int i, String clock, String kind, String outcome, Instant at, String assignee, Instant claimed) {
        event(i, clock, kind, at, null, null);
        db.sql(
                        """
                        update step_clock set done_at = :at, outcome = :outcome, assignee = :assignee, claimed_at = :claimed
                        where id = :id""")
                .param("at", utc(at))
                .param("outcome", outcome)
                .param("assignee", assignee, Types.VARCHAR)
                .param("claimed", utc(claimed), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", "papan-" + i + "-" + clock)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
