package id.tuntas.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.calendar.Measure;
import id.tuntas.shared.District;
import id.tuntas.shared.Risk;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What holds for figures and lists on every database: they agree, and both agree with a slow count by hand. */
abstract class FiguresContract {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final int CLOCKS = 500;

    private static final District EAST = new District("timur", "TIMUR", "Timur", ZoneId.of("Asia/Jayapura"));
    private static final District WEST = new District("barat", "BARAT", "Barat", ZoneId.of("Asia/Jakarta"));
    private static final District FOREIGN = new District("asing", "ASING", "Asing", ZoneId.of("Asia/Jakarta"));

    private static final Reader READER =
            new Reader("penyelia", List.of("penyelia-kasus", "manajer-kasus"), List.of(EAST, WEST));

    private final long seed = Long.getLong("tuntas.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Row> rows = new ArrayList<>();

    private JdbcClient db;
    private Figures figures;
    private ClockList list;
    private WholeList whole;

    /** An empty database with all migrations. */
    abstract DataSource database();

    @BeforeEach
    void manyClocks() {
        DataSource database = database();
        db = JdbcClient.create(database);
        figures = new Figures(db);
        list = new ClockList(db);
        whole = new WholeList(database, new DataSourceTransactionManager(database));
        db.sql("delete from step_clock").update();
        db.sql("delete from clock_event").update();
        for (int i = 0; i < CLOCKS; i++) {
            Row row = anyRow(i);
            rows.add(row);
            insert(row);
        }
    }

    static void migrate(DataSource database, String vendor) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .load()
                .migrate();
    }

    @Test
    void aFigureIsAsLongAsItsListWhateverTheFilter() {
        for (int i = 0; i < 300; i++) {
            BoardFilter filter = anyFilter();
            List<String> listed = all(filter);
            assertThat(figures.count(filter, NOW))
                    .as("seed %d, filter %s", seed, filter.values())
                    .isEqualTo(listed.size());
            assertThat(listed).as("seed %d, filter %s", seed, filter.values()).doesNotHaveDuplicates();
            assertThat(figures.piles(filter, NOW).stream()
                            .mapToLong(Figures.Pile::count)
                            .sum())
                    .as("seed %d, piles of %s", seed, filter.values())
                    .isEqualTo(listed.size());
            ClockList.Beginning beginning = list.begin(filter, Sort.DUE, 3, NOW);
            assertThat(beginning.count())
                    .as("seed %d, beginning of %s", seed, filter.values())
                    .isEqualTo(listed.size());
            assertThat(beginning.lines())
                    .as("seed %d, beginning of %s", seed, filter.values())
                    .isEqualTo(list.first(filter, Sort.DUE, 3, NOW));
            assertThat(figures.piles(filter.in(BoardState.LATE), NOW).stream()
                            .mapToLong(Figures.Pile::stuck)
                            .sum())
                    .as("seed %d, stuck of %s", seed, filter.values())
                    .isEqualTo(figures.count(filter.in(BoardState.STUCK), NOW));
        }
    }

    @Test
    void aWholeListHasTheRowsOfAllPagesInTheirOrderAndAsManyAsTheFigureSays() {
        for (int i = 0; i < 150; i++) {
            BoardFilter filter = anyFilter();
            Sort sort = any(Sort.values());
            List<String> pages = new ArrayList<>();
            for (int page = 1; pages.size() == (page - 1) * ClockList.PAGE; page++) {
                list.page(filter, sort, page, NOW).forEach(line -> pages.add(line.id()));
            }
            List<String> read = new ArrayList<>();
            whole.inOneView(() -> {
                long count = figures.count(filter, NOW);
                whole.each(filter, sort, NOW, some -> some.forEach(line -> read.add(line.id())));
                assertThat(read).hasSize((int) count);
            });
            assertThat(read)
                    .as("seed %d, filter %s, order %s", seed, filter.values(), sort)
                    .isEqualTo(pages);
        }
    }

    @Test
    void aWholeListComesBitByBitAndKeepsItsMoment() {
        BoardFilter everything = BoardFilter.of(new Reader("siapa", List.of(), List.of(EAST, WEST, FOREIGN)))
                .in(BoardState.ALL);
        for (int i = CLOCKS; i < 3 * WholeList.SOME; i++) {
            insert(anyRow(i));
        }
        boolean itsTurn = whole.inOneView(() -> {
            long count = figures.count(everything, NOW) + figures.count(everything.with(Field.KIND, "tahap"), NOW);
            List<Integer> sizes = new ArrayList<>();
            // somebody else finishes a step and another one begins, in a transaction of their own
            Thread other = new Thread(() -> {
                db.sql("delete from step_clock where id = 'jam-7'").update();
                insert(anyRow(9999));
            });
            other.start();
            join(other);
            for (String kind : List.of("langkah", "tahap")) {
                whole.each(everything.with(Field.KIND, kind), Sort.DUE, NOW, some -> {
                    // a file asks more about them while the list is open
                    list.lastActs(some.stream().map(ClockLine::id).toList());
                    sizes.add(some.size());
                });
            }
            assertThat(sizes).allMatch(size -> size <= WholeList.SOME).hasSizeGreaterThan(2);
            assertThat(sizes.stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo((int) count)
                    .isEqualTo(3 * WholeList.SOME);
        });
        assertThat(itsTurn).isTrue();
    }

    private static void join(Thread other) {
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFigureIsWhatACountByHandSays() {
        for (int i = 0; i < 300; i++) {
            BoardFilter filter = anyFilter();
            assertThat(all(filter))
                    .as("seed %d, filter %s", seed, filter.values())
                    .containsExactlyInAnyOrderElementsOf(
                            rows.stream().filter(byHand(filter)).map(Row::id).toList());
        }
    }

    @Test
    void nobodySeesClocksOfAnotherDistrict() {
        BoardFilter everything = BoardFilter.of(READER).in(BoardState.ALL);
        assertThat(list.first(everything, Sort.DUE, CLOCKS, NOW))
                .isNotEmpty()
                .extracting(ClockLine::districtId)
                .doesNotContain(FOREIGN.id());
        BoardFilter asked = everything.with(Field.DISTRICT, FOREIGN.id());
        assertThat(figures.count(asked, NOW)).isZero();
        assertThat(list.first(asked, Sort.DUE, CLOCKS, NOW)).isEmpty();
    }

    @Test
    void whoWorksInNoDistrictSeesNothing() {
        BoardFilter filter = BoardFilter.of(new Reader("siapa", List.of(), List.of()));
        Stream.of(BoardState.values()).forEach(state -> assertThat(figures.count(filter.in(state), NOW))
                .isZero());
    }

    @Test
    void dangerComesFirstAndThenTheOldest() {
        List<ClockLine> lines = list.first(BoardFilter.of(READER).in(BoardState.LATE), Sort.WORST, CLOCKS, NOW);
        List<Boolean> danger =
                lines.stream().map(line -> line.risk() == Risk.DARURAT).toList();
        assertThat(danger.lastIndexOf(true)).isLessThan(danger.contains(false) ? danger.indexOf(false) : CLOCKS);
        assertThat(lines.stream().filter(line -> line.risk() != Risk.DARURAT).map(ClockLine::dueAt))
                .isSorted();
    }

    @Test
    void whatAClockDidLastIsTheLastRowOfItsLedger() {
        event("jam-lain", "REMINDED", null, NOW.minusSeconds(200));
        event("jam-lain", "RUNG_TOLD", "kepala-uptd", NOW.minusSeconds(100));
        event("jam-lain", "CLAIMED", null, NOW.minusSeconds(50));
        assertThat(list.lastActs(List.of("jam-lain", "jam-diam")))
                .containsOnlyKeys("jam-lain")
                .containsEntry("jam-lain", new ClockList.ClockAct("RUNG_TOLD", "kepala-uptd", NOW.minusSeconds(100)));
    }

    private List<String> all(BoardFilter filter) {
        List<String> ids = new ArrayList<>();
        Sort sort = any(Sort.values());
        for (int page = 1; ; page++) {
            List<ClockLine> lines = list.page(filter, sort, page, NOW);
            if (lines.isEmpty()) {
                return ids;
            }
            lines.forEach(line -> ids.add(line.id()));
        }
    }

    private BoardFilter anyFilter() {
        BoardFilter filter = BoardFilter.of(READER).in(any(BoardState.values()));
        filter = maybe(filter, Field.DISTRICT, EAST.id(), WEST.id());
        filter = maybe(filter, Field.KIND, "langkah", "tahap");
        filter = maybe(filter, Field.AGENCY, "uptd-ppa", "polres", Field.NONE);
        filter = maybe(filter, Field.PERSON, "penyelia", "orang", Field.NONE);
        filter = maybe(filter, Field.STAGE, "LAPORAN", Field.NONE);
        filter = maybe(filter, Field.STEP, "langkah-a");
        filter = maybe(filter, Field.RISK, "DARURAT", "RENDAH", Field.NONE);
        filter = maybe(filter, Field.LAW, "ya");
        filter = maybe(filter, Field.MOVED, "jeda", "perpanjangan");
        filter = maybe(filter, Field.OWN_TIME, "kerja", "terus");
        filter = maybe(filter, Field.WITHIN, "100");
        filter = maybe(filter, Field.FROM, "2026-11-20", "2026-11-22");
        return maybe(filter, Field.UNTIL, "2026-11-22", "2026-11-25");
    }

    private BoardFilter maybe(BoardFilter filter, Field field, String... values) {
        return random.nextInt(4) == 0 ? filter.with(field, any(values)) : filter;
    }

    /** The same words again, read row by row. */
    private Predicate<Row> byHand(BoardFilter filter) {
        return row -> filter.districts().contains(row.district)
                && row.stage == filter.isOfStages()
                && inState(row, filter.state())
                && fits(filter, Field.AGENCY, row.agency)
                && fits(filter, Field.PERSON, row.assignee)
                && fits(filter, Field.STAGE, row.stageId)
                && fits(filter, Field.STEP, row.step)
                && fits(filter, Field.RISK, row.risk)
                && fits(filter, Field.LAW, row.statutory ? "ya" : "tidak")
                && fits(
                        filter,
                        Field.MOVED,
                        "PAUSED".equals(row.moved) ? "jeda" : row.moved == null ? "" : "perpanjangan")
                && fits(filter, Field.OWN_TIME, row.office ? "kerja" : "terus")
                && (filter.value(Field.WITHIN).isEmpty()
                        || row.done != null && !row.done.isAfter(row.started.plusSeconds(360_000)))
                && filter.from().map(day -> !day(row).isBefore(day)).orElse(true)
                && filter.until().map(day -> !day(row).isAfter(day)).orElse(true);
    }

    private static boolean inState(Row row, BoardState state) {
        boolean open = row.done == null;
        boolean late = open && (row.breached != null || !row.due.isAfter(NOW));
        LocalDate today = LocalDate.ofInstant(NOW, row.district.zone());
        return switch (state) {
            case OPEN -> open;
            case LATE -> late;
            case TODAY -> open && !late && day(row).equals(today);
            case STUCK -> late && (row.assignee == null || row.rung > 0 && row.nextRung == null);
            case WAITING ->
                open
                        && !row.stage
                        && ("penyelia".equals(row.assignee)
                                || row.assignee == null
                                        && (row.owner != null && READER.groups().contains(row.owner)
                                                || "penyelia-kasus".equals(row.offeredTo)));
            case PAUSED -> open && row.running.isAfter(NOW);
            case DONE -> "SELESAI".equals(row.outcome);
            case IN_TIME -> "SELESAI".equals(row.outcome) && row.breached == null;
            case BREACHED -> (late || row.breached != null) && !"BATAL".equals(row.outcome);
            case RATED -> inState(row, BoardState.IN_TIME) || inState(row, BoardState.BREACHED);
            case WORKED -> "SELESAI".equals(row.outcome) && row.claimed != null;
            case LAW_BROKEN -> row.legal != null;
            case ALL -> true;
        };
    }

    private static LocalDate day(Row row) {
        return LocalDate.ofInstant(row.due, row.district.zone());
    }

    private static boolean fits(BoardFilter filter, Field field, String value) {
        return filter.value(field)
                .map(wanted -> wanted.equals(Field.NONE) ? value == null : wanted.equals(value))
                .orElse(true);
    }

    private Row anyRow(int number) {
        Instant due = random.nextInt(10) == 0 ? NOW : NOW.plusSeconds(random.nextInt(600_000) - 300_000);
        String outcome = any("SELESAI", "BATAL", null, null, null);
        boolean breached = !due.isAfter(NOW) && random.nextInt(4) > 0 || random.nextInt(20) == 0;
        int rung = breached ? random.nextInt(3) : 0;
        String assignee = any("penyelia", "orang", "lain", null, null);
        return new Row(
                "jam-" + number,
                random.nextInt(5) == 0,
                any(EAST, WEST, FOREIGN),
                any("uptd-ppa", "polres", null),
                any("langkah-a", "langkah-b"),
                any("LAPORAN", "PEMULIHAN", null),
                any("penyelia-kasus", "peksos", null),
                assignee,
                any("DARURAT", "TINGGI", "SEDANG", "RENDAH", null),
                due,
                NOW.plusSeconds(random.nextInt(20_000) - 18_000),
                breached ? due : null,
                rung,
                rung > 0 && random.nextBoolean() ? NOW.plusSeconds(3_600) : null,
                breached && random.nextInt(5) == 0 ? due : null,
                outcome == null ? null : NOW.minusSeconds(random.nextInt(300_000)),
                outcome,
                assignee == null && random.nextInt(5) == 0 ? any("penyelia-kasus", "psikolog") : null,
                NOW.minusSeconds(300_000L + random.nextInt(300_000)),
                random.nextBoolean() ? NOW.minusSeconds(300_000) : null,
                random.nextInt(4) == 0,
                random.nextBoolean(),
                any("PAUSED", "EXTENDED", null, null));
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    private void insert(Row row) {
        db.sql(
                        """
                        insert into step_clock (id, kind, case_number, process_instance_id, execution_id,
                            process_definition_id, process_key, sop_version, step_id, stage_id, agency_id, district_id,
                            owner_group, assignee, risk, trafficking, calendar, measure, statutory, budget, total_units,
                            consumed_units, running_since, remind_share, started_at, respond_late_at, remind_at, due_at,
                            provisional, has_timer, breached_at, rung, next_rung_at, legal_breach_at, done_at, outcome,
                            claimed_at)
                        values (:id, :kind, 'UJI-2026-0001', 'p', 'e', 'd', 'uji', 1, :step, :stage, :agency, :district,
                            :owner, :assignee, :risk, false, :calendar, :measure, :statutory, 'PT1H', 1, 0, :running, 0.75, :started,
                            :respondLate, :due, :due, false, true, :breached, :rung, :nextRung, :legal, :done, :outcome,
                            :claimed)""")
                .param("id", row.id)
                .param("kind", row.stage ? "TAHAP" : "LANGKAH")
                .param("step", row.step)
                .param("stage", row.stageId, Types.VARCHAR)
                .param("agency", row.agency, Types.VARCHAR)
                .param("district", row.district.id())
                .param("owner", row.owner, Types.VARCHAR)
                .param("assignee", row.assignee, Types.VARCHAR)
                .param("risk", row.risk, Types.VARCHAR)
                .param("measure", Measure.CALENDAR_TIME.name())
                .param("running", utc(row.running))
                .param("due", utc(row.due))
                .param("respondLate", row.offeredTo == null ? null : utc(row.due), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("breached", utc(row.breached), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("rung", row.rung)
                .param("nextRung", utc(row.nextRung), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("legal", utc(row.legal), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("done", utc(row.done), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("outcome", row.outcome, Types.VARCHAR)
                .param("calendar", row.office ? "kerja" : "terus")
                .param("statutory", row.statutory)
                .param("started", utc(row.started))
                .param("claimed", utc(row.claimed), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
        if (row.moved != null) {
            event(row.id, row.moved, null, row.started);
            event(row.id, row.moved, null, row.started);
        }
        if (row.offeredTo != null) {
            event(row.id, "RESPONSE_LATE", row.offeredTo, row.due);
        }
    }

    private void event(String clock, String kind, String reason, Instant at) {
        db.sql("insert into clock_event (clock_id, happened_at, kind, reason) values (:id, :at, :kind, :reason)")
                .param("id", clock)
                .param("at", utc(at))
                .param("kind", kind)
                .param("reason", reason, Types.VARCHAR)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private record Row(
            String id,
            boolean stage,
            District district,
            String agency,
            String step,
            String stageId,
            String owner,
            String assignee,
            String risk,
            Instant due,
            Instant running,
            Instant breached,
            int rung,
            Instant nextRung,
            Instant legal,
            Instant done,
            String outcome,
            String offeredTo,
            Instant started,
            Instant claimed,
            boolean statutory,
            boolean office,
            String moved) {}
}
