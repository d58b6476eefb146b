package id.tuntas.board;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clocks of a district that no other test looks at, written past the engine; takes them away again. */
final class YearOfClocks {

    static final List<String> STEPS =
            List.of("terima-laporan", "saring-risiko", "lapor-polisi", "periksa-medis-visum", "asesmen-psikologis");

    private final JdbcClient db;
    private final String prefix;

    /** @param prefix of the ids, so that tests do not take away each other's */
    YearOfClocks(JdbcClient db, String prefix) {
        this.db = db;
        this.prefix = prefix;
    }

    /** Steps of a year before that moment, as they may be: done in time, done late, late, running, cancelled. */
    void year(int howMany, Instant now, Random random) {
        for (int i = 0; i < howMany; i++) {
            String step = STEPS.get(random.nextInt(STEPS.size()));
            Instant started = now.minusSeconds(random.nextInt(360 * 86_400));
            if (i % 40 == 0) {
                started = now.minusSeconds(random.nextInt(7_200));
            }
            Instant due = started.plus(Duration.ofHours(step.equals("lapor-polisi") ? 72 : 24));
            Instant claimed = started.plusSeconds(600 + random.nextInt(30_000));
            Instant done = claimed.plusSeconds(3_600 + random.nextInt(86_000));
            if (done.isAfter(now)) {
                done = null;
                claimed = claimed.isAfter(now) ? null : claimed;
            } else if (i % 50 == 7) {
                done = null;
            }
            add("y" + i, step, i % 3 == 0 ? "dinas-sosial" : "uptd-ppa", started, claimed, due, done, now);
            if (i % 9 == 0 && !step.equals("lapor-polisi")) {
                event("y" + i, "PAUSED", started.plusSeconds(60), started.plusSeconds(7_200), null);
            }
            if (i % 14 == 0 && !step.equals("lapor-polisi")) {
                event("y" + i, "EXTENDED", started.plusSeconds(60), null, 3_600_000L);
            }
        }
    }

    /** @param claimed null if nobody took it; so is {@code done} if it was not */
    void add(
            String id,
            String step,
            String agency,
            Instant started,
            Instant claimed,
            Instant due,
            Instant done,
            Instant now) {
        boolean late = (done == null ? now : done).isAfter(due);
        boolean law = step.equals("lapor-polisi");
        boolean office = step.equals("asesmen-psikologis");
        db.sql(
                        """
                        insert into step_clock (id, kind, case_number, process_instance_id, execution_id,
                            process_definition_id, process_key, sop_version, step_id, stage_id, agency_id, district_id,
                            owner_group, trafficking, calendar, measure, statutory, budget, total_units,
                            consumed_units, running_since, remind_share, started_at, claimed_at, remind_at, due_at,
                            provisional, has_timer, breached_at, legal_breach_at, rung, done_at, outcome)
                        values (:id, 'LANGKAH', 'MABAR-2026-9300', 'uji', 'uji', 'uji', 'penanganan-korban', 1, :step, :stage,
                            :agency, 'manggarai-barat', 'peksos', false, :calendar, :measure, :law, 'PT24H', 3600000, 0,
                            :started, 0.75, :started, :claimed, :due, :due, false, true, :breached, :legal, 0, :done,
                            :outcome)""")
                .param("id", prefix + id)
                .param("step", step)
                .param(
                        "stage",
                        List.of("periksa-medis-visum", "asesmen-psikologis").contains(step) ? "PEMERIKSAAN" : "LAPORAN")
                .param("agency", agency, Types.VARCHAR)
                .param("calendar", office ? "kerja" : "terus")
                .param("measure", office ? "WORKING_HOURS" : "CALENDAR_TIME")
                .param("law", law)
                .param("started", utc(started))
                .param("claimed", utc(claimed), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("due", utc(due))
                .param("breached", late ? utc(due) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("legal", late && law ? utc(due) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("done", utc(done), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("outcome", done == null ? null : "SELESAI", Types.VARCHAR)
                .update();
    }

    /** A row of the ledger. */
    void event(String id, String kind, Instant at, Instant until, Long units) {
        db.sql(
                        """
                        insert into clock_event (clock_id, happened_at, kind, until_at, units)
                        values (:id, :at, :kind, :until, :units)""")
                .param("id", prefix + id)
                .param("at", utc(at))
                .param("kind", kind)
                .param("until", utc(until), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("units", units, Types.BIGINT)
                .update();
    }

    void remove() {
        db.sql("delete from step_clock where id like :ids")
                .param("ids", prefix + "%")
                .update();
        db.sql("delete from clock_event where clock_id like :ids")
                .param("ids", prefix + "%")
                .update();
    }

    private static Object utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
