package id.tuntas.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.tuntas.board.Compliance.Cell;
import id.tuntas.board.Compliance.Share;
import id.tuntas.shared.District;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for compliance on every database: its figures are as long as their lists, its medians those of a recount. */
abstract class ComplianceContract {

    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final int CLOCKS = 600;

    private static final District EAST = new District("timur", "TIMUR", "Timur", ZoneId.of("Asia/Jayapura"));
    private static final District MIDDLE = new District("tengah", "TENGAH", "Tengah", ZoneId.of("Asia/Makassar"));
    private static final District FOREIGN = new District("asing", "ASING", "Asing", ZoneId.of("Asia/Jakarta"));
    private static final BoardFilter ALL =
            BoardFilter.of(new Reader("kepala", List.of("kepala-dinas"), List.of(EAST, MIDDLE)));

    private final long seed = Long.getLong("tuntas.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Row> rows = new ArrayList<>();

    private JdbcClient db;
    private Compliance compliance;
    private Pauses pauses;
    private Figures figures;

    /** An empty database with all migrations. */
    abstract DataSource database();

    @BeforeEach
    void manyClocks() {
        db = JdbcClient.create(database());
        compliance = new Compliance(db);
        pauses = new Pauses(db);
        figures = new Figures(db);
        db.sql("delete from step_clock").update();
        db.sql("delete from clock_event").update();
        for (int i = 0; i < CLOCKS; i++) {
            Row row = anyRow(i);
            rows.add(row);
            insert(row);
        }
    }

    @Test
    void sharesAreAsLongAsTheirLists() {
        BoardFilter year = Period.of(ALL, NOW).in(ALL);
        for (BoardFilter filter : List.of(ALL, year, year.with(Field.LAW, "ya"), year.with(Field.AGENCY, Field.NONE))) {
            List<Cell> cells = compliance.cells(filter, NOW);
            assertAgrees(filter, Share.sum(cells));
            for (By by : By.values()) {
                grouped(by, cells).forEach((place, own) -> assertAgrees(by.narrow(filter, place), Share.sum(own)));
            }
        }
    }

    @Test
    void monthsAreAsLongAsTheirListsAndMakeUpTheYear() {
        Period period = Period.of(ALL, NOW);
        List<Compliance.Month> months = compliance.months(ALL, period, NOW);
        assertThat(months)
                .hasSize(12)
                .first()
                .extracting(Compliance.Month::name)
                .isEqualTo(YearMonth.of(2025, 12));
        for (int i = 0; i < months.size(); i++) {
            assertAgrees(
                    period.months().get(i).days().in(ALL),
                    Share.sum(months.get(i).cells()));
        }
        assertThat(months.stream()
                        .mapToLong(month -> Share.sum(month.cells()).rated())
                        .sum())
                .as("seed %d", seed)
                .isEqualTo(Share.sum(compliance.cells(period.in(ALL), NOW)).rated());
    }

    @Test
    void aMonthBeginsAtMidnightOfTheDistrict() {
        db.sql("delete from step_clock").update();
        // 31 October, 23:59:59 and one second later, in Manggarai Barat (WITA)
        insert(row("akhir", MIDDLE, "2026-10-31T15:59:59Z"));
        insert(row("awal", MIDDLE, "2026-10-31T16:00:00Z"));
        // the same instants are November in the east already
        insert(row("timur", EAST, "2026-10-31T15:59:59Z"));
        Map<YearMonth, Long> months = compliance.months(ALL, Period.of(ALL, NOW), NOW).stream()
                .collect(Collectors.toMap(Compliance.Month::name, month -> Share.sum(month.cells())
                        .rated()));
        assertThat(months).containsEntry(YearMonth.of(2026, 10), 1L).containsEntry(YearMonth.of(2026, 11), 2L);
    }

    @Test
    void mediansAreThoseOfARecount() {
        for (By by : By.values()) {
            Map<Place, Compliance.Spans> spans = compliance.spans(ALL, by, NOW);
            Map<Place, List<Row>> byHand = rows.stream()
                    .filter(row -> row.district != FOREIGN && row.claimed != null && "SELESAI".equals(row.outcome))
                    .collect(Collectors.groupingBy(row -> by.of(row.place())));
            assertThat(spans.keySet()).as("seed %d", seed).isEqualTo(byHand.keySet());
            byHand.forEach((place, own) -> {
                assertThat(spans.get(place).worked()).isEqualTo(own.size());
                assertMedian(spans.get(place).waiting(), own, row -> Duration.between(row.started, row.claimed));
                assertMedian(spans.get(place).working(), own, row -> Duration.between(row.claimed, row.done));
            });
        }
    }

    @Test
    void aPauseEndsAtItsLimitOrWhenTheClockRunsAgainOrIsStoppedAnewOrTheStepIsDone() {
        db.sql("delete from step_clock").update();
        db.sql("delete from clock_event").update();
        insert(row("a", MIDDLE, "2026-11-01T00:00:00Z"));
        paused("a", "2026-10-01T00:00:00Z", "2026-10-10T00:00:00Z");
        event("a", "RESUMED", "2026-10-02T00:00:00Z", null, null);
        paused("a", "2026-10-03T00:00:00Z", "2026-10-10T00:00:00Z");
        paused("a", "2026-10-04T00:00:00Z", "2026-10-05T00:00:00Z");
        paused("a", "2026-10-31T00:00:00Z", "2026-11-20T00:00:00Z");
        event("a", "EXTENDED", "2026-10-06T00:00:00Z", null, 3_600_000L);
        event("a", "EXTENDED", "2026-10-07T00:00:00Z", null, 1_800_000L);

        BoardFilter rated = ALL.in(BoardState.RATED);
        assertThat(pauses.of(rated, NOW).get("a"))
                .extracting(Pauses.Pause::length)
                .containsExactly(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1), Duration.ofHours(12));
        assertThat(pauses.extended(rated, NOW)).containsExactly(Map.entry("CALENDAR_TIME", 5_400_000L));
        assertThat(figures.count(rated.with(Field.MOVED, "jeda"), NOW)).isEqualTo(1);
        assertThat(figures.count(rated.with(Field.MOVED, "perpanjangan"), NOW)).isEqualTo(1);
    }

    @Test
    void whatRunsAndHowFastStepsWereIsWhatListsAndARecountSay() {
        Heat heat = new Heat(db);
        heat.running(ALL, NOW).forEach(some -> {
            BoardFilter there = By.STAGE.narrow(By.STEP.narrow(ALL, some.place()), some.place());
            assertThat(figures.count(there.in(BoardState.OPEN), NOW))
                    .as("seed %d", seed)
                    .isEqualTo(some.open());
            assertThat(figures.count(there.in(BoardState.LATE), NOW))
                    .as("seed %d", seed)
                    .isEqualTo(some.late());
        });
        heat.pace(ALL, By.STEP, NOW).forEach((place, pace) -> {
            List<Double> needed = rows.stream()
                    .filter(row ->
                            row.district != FOREIGN && "SELESAI".equals(row.outcome) && row.step.equals(place.stepId()))
                    .map(row -> (double) Duration.between(row.started, row.done).toMillis()
                            / Duration.between(row.started, row.due).toMillis())
                    .sorted()
                    .toList();
            assertThat(pace.done()).as("seed %d", seed).isEqualTo(needed.size());
            assertThat(pace.needed())
                    .as("seed %d", seed)
                    .isCloseTo((needed.get((needed.size() - 1) / 2) + needed.get(needed.size() / 2)) / 2, within(1e-6));
        });
    }

    @Test
    void breachesOfLawAreAsLongAsTheirLists() {
        db.sql("update step_clock set legal_breach_at = due_at where statutory and breached_at is not null")
                .update();
        Map<String, Long> broken = compliance.broken(ALL, NOW);
        for (String step : List.of("langkah-a", "langkah-b", "langkah-c")) {
            assertThat(figures.count(ALL.with(Field.STEP, step).in(BoardState.LAW_BROKEN), NOW))
                    .as("seed %d", seed)
                    .isEqualTo(broken.getOrDefault(step, 0L));
        }
    }

    @Test
    void whatWasCancelledOrStillHasTimeIsNotRated() {
        db.sql("delete from step_clock").update();
        insert(row("selesai", MIDDLE, "2026-11-01T00:00:00Z"));
        insert(row("batal", MIDDLE, "2026-11-01T00:00:00Z"));
        insert(row("terlambat", MIDDLE, "2026-11-01T00:00:00Z"));
        insert(row("berjalan", MIDDLE, "2026-11-30T00:00:00Z"));
        db.sql("update step_clock set outcome = 'BATAL' where id = 'batal'").update();
        db.sql("update step_clock set outcome = null, done_at = null where id in ('terlambat', 'berjalan')")
                .update();
        assertThat(Share.sum(compliance.cells(ALL, NOW))).isEqualTo(new Share(2, 1));
    }

    private void assertAgrees(BoardFilter filter, Share share) {
        String of = "seed " + seed + ", filter " + filter.values();
        assertThat(figures.count(filter.in(BoardState.RATED), NOW)).as(of).isEqualTo(share.rated());
        assertThat(figures.count(filter.in(BoardState.IN_TIME), NOW)).as(of).isEqualTo(share.inTime());
        assertThat(figures.count(filter.in(BoardState.BREACHED), NOW)).as(of).isEqualTo(share.late());
    }

    private void assertMedian(Duration median, List<Row> own, Function<Row, Duration> span) {
        List<Double> sorted = own.stream()
                .map(row -> span.apply(row).toMillis() / 1000.0)
                .sorted()
                .toList();
        double byHand = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
        assertThat(median.toMillis() / 1000.0).as("seed %d", seed).isCloseTo(byHand, within(0.001));
        assertThat(OwnSpans.median(own.stream().map(span).toList()).toMillis() / 1000.0)
                .isCloseTo(byHand, within(0.001));
    }

    private static Map<Place, List<Cell>> grouped(By by, List<Cell> cells) {
        return cells.stream().collect(Collectors.groupingBy(cell -> by.of(cell.place())));
    }

    private Row anyRow(int number) {
        Instant started = NOW.minusSeconds(random.nextInt(500 * 86_400));
        Instant due = started.plusSeconds(3_600 + random.nextInt(20 * 86_400));
        Instant claimed = random.nextInt(5) == 0 ? null : started.plusMillis(random.nextInt(200_000_000));
        String outcome = any("SELESAI", "SELESAI", "SELESAI", "BATAL", null);
        Instant done =
                outcome == null ? null : (claimed == null ? started : claimed).plusMillis(random.nextInt(900_000_000));
        boolean late = (done == null ? NOW : done).isAfter(due) && random.nextInt(5) > 0;
        return new Row(
                "jam-" + number,
                any(EAST, MIDDLE, FOREIGN),
                any("uptd-ppa", "polres", null),
                any("langkah-a", "langkah-b", "langkah-c"),
                any("LAPORAN", "PEMULIHAN", null),
                started,
                claimed,
                due,
                late ? due : null,
                done,
                outcome,
                random.nextInt(4) == 0);
    }

    private static Row row(String id, District district, String due) {
        Instant at = Instant.parse(due);
        return new Row(
                id,
                district,
                "uptd-ppa",
                "langkah-a",
                "LAPORAN",
                at.minusSeconds(90 * 86_400),
                at.minusSeconds(80 * 86_400),
                at,
                null,
                at.minusSeconds(43_200),
                "SELESAI",
                false);
    }

    @SafeVarargs
    private <T> T any(T... values) {
        return values[random.nextInt(values.length)];
    }

    private void insert(Row row) {
        db.sql(
                        """
                        insert into step_clock (id, kind, process_instance_id, execution_id, process_definition_id, process_key,
                            sop_version, step_id, stage_id, agency_id, district_id, trafficking, calendar, measure, statutory,
                            budget, total_units, consumed_units, running_since, remind_share, started_at, claimed_at,
                            remind_at, due_at, provisional, has_timer, breached_at, rung, done_at, outcome)
                        values (:id, 'LANGKAH', 'p', 'e', 'd', 'uji', 1, :step, :stage, :agency, :district, false, 'terus',
                            'CALENDAR_TIME', :law, 'PT1H', 1, 0, :started, 0.75, :started, :claimed, :due, :due, false, true,
                            :breached, 0, :done, :outcome)""")
                .param("id", row.id)
                .param("step", row.step)
                .param("stage", row.stage, Types.VARCHAR)
                .param("agency", row.agency, Types.VARCHAR)
                .param("district", row.district.id())
                .param("law", row.law)
                .param("started", utc(row.started))
                .param("claimed", utc(row.claimed), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("due", utc(row.due))
                .param("breached", utc(row.breached), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("done", utc(row.done), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("outcome", row.outcome, Types.VARCHAR)
                .update();
    }

    private void paused(String clock, String at, String until) {
        event(clock, "PAUSED", at, until, null);
    }

    private void event(String clock, String kind, String at, String until, Long units) {
        db.sql(
                        """
                        insert into clock_event (clock_id, happened_at, kind, until_at, units)
                        values (:id, :at, :kind, :until, :units)""")
                .param("id", clock)
                .param("at", utc(Instant.parse(at)))
                .param("kind", kind)
                .param("until", until == null ? null : utc(Instant.parse(until)), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("units", units, Types.BIGINT)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private record Row(
            String id,
            District district,
            String agency,
            String step,
            String stage,
            Instant started,
            Instant claimed,
            Instant due,
            Instant breached,
            Instant done,
            String outcome,
            boolean law) {

        Place place() {
            return new Place(district.id(), agency, stage, step);
        }
    }
}
