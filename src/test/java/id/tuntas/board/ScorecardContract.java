package id.tuntas.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.partner.TestRegister;
import id.tuntas.shared.District;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for the scorecard of agencies on every database: each figure is as long as its list. */
abstract class ScorecardContract {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final District DISTRICT = new District("barat", "BARAT", "Barat", ZoneId.of("Asia/Jakarta"));
    private static final Reader READER = new Reader("penyelia", List.of("penyelia-kasus"), List.of(DISTRICT));
    private static final BoardFilter FILTER = BoardFilter.of(READER).with(Field.DISTRICT, "barat");

    private final long seed = Long.getLong("tuntas.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private JdbcClient db;
    private Scorecard scorecard;
    private Figures figures;
    private ClockList list;
    private int clocks;

    /** A database with all migrations. */
    abstract DataSource database();

    @BeforeEach
    void aRegister() {
        DataSource database = database();
        db = JdbcClient.create(database);
        for (String table : List.of("step_clock", "mou_gap", "mou_service", "service", "agency", "district")) {
            db.sql("delete from " + table).update();
        }
        db.sql("insert into district (id, code, name, zone) values ('barat', 'BARAT', 'Barat', 'Asia/Jakarta')")
                .update();
        db.sql("insert into agency (district_id, id, name) values ('barat', 'rsud', 'RSUD'), ('barat', 'lbh', 'LBH')")
                .update();
        db.sql(
                        """
                        insert into service (id, name, mou_class) values ('pemeriksaan-medis', 'Medis', 'M4'),
                            ('bantuan-hukum', 'Hukum', 'M6'), ('rumah-aman', 'Rumah aman', 'M3'), ('supervisi', 'Supervisi', null)""")
                .update();
        db.sql(
                        """
                        insert into mou_service (district_id, service_id, valid_from, valid_until, agency_id, candidate_group)
                        values ('barat', 'pemeriksaan-medis', date '2025-01-01', null, 'rsud', 'rsud-ppt'),
                            ('barat', 'bantuan-hukum', date '2025-01-01', date '2026-11-21', 'lbh', 'lbh')""")
                .update();
        scorecard = new Scorecard(db, TestRegister.of(db));
        figures = new Figures(db);
        list = new ClockList(db);
    }

    @Test
    void eachFigureIsAsLongAsItsList() {
        for (int i = 0; i < 400; i++) {
            anyClock();
        }
        BoardFilter period = FILTER.with(Field.FROM, "2026-11-20").with(Field.UNTIL, "2026-11-23");

        List<Scorecard.Line> lines = scorecard.lines(period, NOW);

        assertThat(lines).as("seed %d", seed).isNotEmpty();
        for (Scorecard.Line line : lines) {
            BoardFilter its = period.with(Field.AGENCY, line.agencyId() == null ? Field.NONE : line.agencyId())
                    .with(Field.SERVICE, line.service().key().value());
            same(line.asked(), its.in(BoardState.ALL));
            same(line.inTime(), its.in(BoardState.IN_TIME));
            same(line.late(), its.in(BoardState.BREACHED));
            same(line.taken(), answered(its, Answer.TAKEN));
            same(line.referred(), answered(its, Answer.REFERRED));
            same(line.accepted(), answered(its, Answer.ACCEPTED));
            same(line.declined(), answered(its, Answer.DECLINED));
            same(line.silent(), answered(its, Answer.SILENT));
        }
    }

    @Test
    void anAcceptedReferralIsOneWhoseServiceBeganAtOnce() {
        referral("k1", "rsud", "SELESAI", NOW.minusSeconds(7200));
        began("k1", NOW.minusSeconds(7200).plusMillis(40));
        referral("k2", "rsud", "SELESAI", NOW.minusSeconds(7200));
        referral("k2", "rsud", "SELESAI", NOW.minusSeconds(3600)); // sent again, and now taken
        began("k2", NOW.minusSeconds(3600));
        referral("k3", "rsud", "BATAL", NOW.minusSeconds(60));
        referral("k4", "rsud", null, null);

        assertThat(scorecard.lines(FILTER, NOW))
                .filteredOn(line -> "rsud".equals(line.agencyId()))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.asked()).isEqualTo(7);
                    assertThat(line.referred()).isEqualTo(5);
                    assertThat(line.accepted()).isEqualTo(2);
                    assertThat(line.declined()).isEqualTo(1);
                    assertThat(line.silent()).isEqualTo(1);
                });
    }

    @Test
    void aServiceOfTheOfficeItselfIsNotThere() {
        clock("k", "umum", "supervisi-kasus", "supervisi", "rsud", NOW, null, null, null);

        assertThat(scorecard.lines(FILTER, NOW)).isEmpty();
    }

    @Test
    void aServiceWithoutAgreementTodayIsAGapAndItsStepsHaveNoAgency() {
        clock("k", "umum", "tempatkan-rumah-aman", "rumah-aman", null, NOW, null, null, null);

        assertThat(scorecard.lines(FILTER, NOW)).singleElement().satisfies(line -> {
            assertThat(line.agencyId()).isNull();
            assertThat(line.service().mouClass()).isEqualTo("M3");
            assertThat(line.asked()).isEqualTo(1);
        });
        assertThat(scorecard.uncovered(DISTRICT, NOW.atZone(DISTRICT.zone()).toLocalDate()))
                .extracting(service -> service.key().value())
                .as("the agreement on legal aid ended yesterday")
                .containsExactly("rumah-aman", "bantuan-hukum");
    }

    private void same(long figure, BoardFilter filter) {
        assertThat(figure).as("seed %d, %s", seed, filter.values()).isEqualTo(figures.count(filter, NOW));
        assertThat(list.first(filter, Sort.DUE, 1000, NOW)).hasSize((int) figure);
    }

    private static BoardFilter answered(BoardFilter filter, Answer answer) {
        return filter.in(BoardState.ALL).with(Field.ANSWER, answer.word());
    }

    private void anyClock() {
        boolean referral = random.nextInt(3) == 0;
        Instant due = NOW.plusSeconds(random.nextInt(500_000) - 350_000);
        String outcome = any("SELESAI", "SELESAI", "BATAL", null);
        Instant done = outcome == null ? null : due.plusSeconds(random.nextInt(4000) - 2000);
        String root = "p" + random.nextInt(200);
        String service = any("pemeriksaan-medis", "bantuan-hukum", "rumah-aman", "supervisi", null);
        clock(
                root,
                referral ? "rujukan" : "umum",
                referral ? "jawab-rujukan" : "langkah",
                service,
                any("rsud", "lbh", null),
                due,
                outcome,
                done,
                random.nextBoolean() ? due.minusSeconds(5000) : null);
        if (referral && done != null && random.nextBoolean()) {
            clock(root, "rujukan", "laksanakan-layanan", service, "rsud", done.plusMillis(5), null, null, null);
        }
    }

    private void referral(String root, String agency, String outcome, Instant done) {
        clock(root, "rujukan", "jawab-rujukan", "pemeriksaan-medis", agency, NOW, outcome, done, null);
    }

    private void began(String root, Instant at) {
        clock(root, "rujukan", "laksanakan-layanan", "pemeriksaan-medis", "rsud", at, null, null, null);
    }

    /** @param due also when it started */
    private void clock(
            String root,
            String process,
            String step,
            String service,
            String agency,
            Instant due,
            String outcome,
            Instant done,
            Instant claimed) {
        db.sql(
                        """
                        insert into step_clock (id, kind, case_number, process_instance_id, execution_id,
                            process_definition_id, process_key, sop_version, step_id, service, agency_id, district_id,
                            trafficking, calendar, measure, statutory, budget, total_units, consumed_units,
                            running_since, remind_share, started_at, claimed_at, remind_at, due_at, provisional,
                            has_timer, breached_at, rung, done_at, outcome)
                        values (:id, 'LANGKAH', 'UJI-2026-0001', :root, 'e', 'd', :process, 1, :step, :service, :agency,
                            'barat', false, 'terus', 'CALENDAR_TIME', false, 'PT1H', 1, 0, :due, 0.75, :due, :claimed,
                            :due, :due, false, true, :breached, 0, :done, :outcome)""")
                .param("id", "jam-" + clocks++)
                .param("root", root)
                .param("process", process)
                .param("step", step)
                .param("service", service, Types.VARCHAR)
                .param("agency", agency, Types.VARCHAR)
                .param("due", utc(due))
                .param("claimed", utc(claimed), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("breached", done != null && done.isAfter(due) ? utc(due) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("done", utc(done), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("outcome", outcome, Types.VARCHAR)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private String any(String... values) {
        return values[random.nextInt(values.length)];
    }
}
