package id.tuntas.board.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tuntas.board.eventlog.EventLogs.Format;
import id.tuntas.board.indicator.Period;
import id.tuntas.shared.District;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What holds for event logs on every database. */
abstract class EventLogsContract {

    private static final District DISTRICT = new District("barat", "BARAT", "Barat", ZoneId.of("Asia/Makassar"));
    private static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final Instant MONDAY = CasesOnPaper.MONDAY;
    private static final int CASES = 12;

    private JdbcClient db;
    private EventLogs logs;
    private CasesOnPaper paper;

    /** A database with all migrations. */
    abstract DataSource database();

    static void migrate(DataSource database, String vendor) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .load()
                .migrate();
    }

    @BeforeEach
    void someCases() {
        DataSource database = database();
        db = JdbcClient.create(database);
        for (String table : List.of("clock_event", "step_clock", "case_file", "district")) {
            db.sql("delete from " + table).update();
        }
        db.sql("insert into district (id, code, name, zone) values ('barat', 'BARAT', 'Barat', 'Asia/Makassar'),"
                        + " ('timur', 'TIMUR', 'Timur', 'Asia/Jayapura')")
                .update();
        paper = new CasesOnPaper(db, "barat");
        for (int i = 0; i < CASES; i++) {
            paper.whole(i, MONDAY.plus(Duration.ofDays(i)));
        }
        logs = new EventLogs(database, new DataSourceTransactionManager(database));
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void noCaseNumberNoPersonAndNoReasonLeaves(Format format) {
        assertThat(log(format)).isNotEmpty().doesNotContain(CasesOnPaper.SECRETS);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void twoLogsShareNoPseudonymAndOneUsesEachForTheSameThing(Format format) {
        Set<String> first = pseudonyms(log(format));
        Set<String> second = pseudonyms(log(format));

        assertThat(first).hasSameSizeAs(second).doesNotContainAnyElementsOf(second);
        assertThat(first.stream().filter(name -> name.startsWith("orang-")))
                .as("two people, who are in all cases")
                .hasSize(2);
        assertThat(first.stream().filter(name -> name.startsWith("kasus-"))).hasSize(CASES);
        assertThat(first.stream().filter(name -> name.startsWith("jam-"))).hasSize(2 * CASES);
    }

    @Test
    void whatLiesBetweenTwoEventsStaysAndSoDoTheWeekdayAndTheHour() {
        List<List<Event>> traces = traces(log(Format.XES));

        assertThat(traces.stream().map(trace -> Duration.between(trace.get(0).at, trace.get(trace.size() - 1).at)))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, CASES)
                        .mapToObj(i -> Duration.ofHours(10L + i))
                        .toList());
        assertThat(traces).allSatisfy(trace -> {
            int i = (int) Duration.between(trace.get(0).at, trace.get(trace.size() - 1).at)
                            .toHours()
                    - 10;
            OffsetDateTime opened =
                    MONDAY.plus(Duration.ofDays(i)).atZone(DISTRICT.zone()).toOffsetDateTime();
            assertThat(trace.get(0).at.getDayOfWeek()).isEqualTo(opened.getDayOfWeek());
            assertThat(trace.get(0).at.toLocalTime()).isEqualTo(opened.toLocalTime());
            assertThat(trace.get(0).at.getOffset()).isEqualTo(ZoneOffset.ofHours(8));
            assertThat(Duration.between(opened, trace.get(0).at).abs()).isLessThanOrEqualTo(Duration.ofDays(26 * 7));
            assertThat(trace.stream().map(event -> Duration.between(trace.get(0).at, event.at)
                            .toSeconds()))
                    .containsSubsequence(0L, 600L, 700L, 3_600L, 3_700L, 3_800L, 3_900L, 4_000L, 4_200L);
        });
        assertThat(traces.stream().map(trace -> trace.get(0).at.toLocalDate()).distinct())
                .as("not all moved alike")
                .hasSizeGreaterThan(1);
    }

    @Test
    void aTraceIsInTheOrderOfTimeFromTheOpeningToTheClosing() {
        assertThat(traces(log(Format.XES))).hasSize(CASES).allSatisfy(trace -> {
            assertThat(trace.stream().map(Event::at)).isSorted();
            assertThat(trace.stream().map(event -> event.what))
                    .containsExactly(
                            "kasus-dibuka",
                            "tahap-dimulai",
                            "langkah-dibuka",
                            "diingatkan",
                            "anak-tangga-diberi-tahu",
                            "langkah-diambil",
                            "jam-dijeda",
                            "jam-dilanjutkan",
                            "langkah-dialihkan",
                            "telepon-dicatat",
                            "diperpanjang",
                            "langkah-selesai",
                            "tahap-selesai",
                            "kasus-ditutup");
        });
    }

    @Test
    void theOrderOfTheCasesTellsNothing() {
        Set<List<Long>> orders = new HashSet<>();
        for (int i = 0; i < 6; i++) {
            orders.add(traces(log(Format.XES)).stream()
                    .map(trace -> Duration.between(trace.get(0).at, trace.get(trace.size() - 1).at)
                            .toHours())
                    .toList());
        }
        assertThat(orders).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aCaseOfAnotherPeriodOrDistrictIsNotInIt(Format format) throws IOException {
        paper.whole(100, Instant.parse("2025-12-31T15:59:59Z")); // a second before midnight in Makassar
        new CasesOnPaper(db, "timur").whole(101, MONDAY);

        assertThat(logs.cases(DISTRICT, YEAR)).isEqualTo(CASES);
        assertThat(pseudonyms(log(format)).stream().filter(name -> name.startsWith("kasus-")))
                .hasSize(CASES);
        assertThat(logs.cases(DISTRICT, new Period(LocalDate.of(2025, 12, 31), LocalDate.of(2025, 12, 31))))
                .isEqualTo(1);
    }

    @Test
    void whatBecameOfAReferralIsTold() throws IOException {
        paper.referral(0, MONDAY.plusSeconds(5_000), "diterima");
        paper.referral(1, MONDAY.plusSeconds(5_000), "ditolak");
        paper.referral(2, MONDAY.plusSeconds(5_000), "diam");

        JsonNode log = new ObjectMapper().readTree(log(Format.OCEL));

        assertThat(texts(log.get("events"), "type"))
                .contains("rujukan-diterima", "rujukan-ditolak", "rujukan-tidak-dijawab")
                .filteredOn("rujukan-diminta"::equals)
                .hasSize(3);
        assertThat(texts(log.get("objects"), "type"))
                .filteredOn("rujukan"::equals)
                .hasSize(3);
        assertThat(log(Format.XES)).contains("value=\"rujukan-diterima\"").doesNotContain("rumah-sakit-jiwa");
    }

    @Test
    void isXesAsTheStandardHasIt() {
        paper.referral(0, MONDAY.plusSeconds(5_000), "diam");
        new XesRules(log(Format.XES)).hold();
    }

    @Test
    void isOcelAsTheStandardHasIt() throws IOException {
        paper.referral(0, MONDAY.plusSeconds(5_000), "diterima");
        new OcelRules(new ObjectMapper().readTree(log(Format.OCEL))).hold();
    }

    @Test
    void isOneSnapshotWhateverIsWrittenMeanwhile() throws IOException {
        // through another connection, as everybody else's work is
        var to = new Noticing(first -> CompletableFuture.runAsync(() -> {
                    paper.clock(3, "nanti", "LANGKAH", "umum", "langkah-nanti", null, null, MONDAY);
                    paper.event(3, "nanti", "STARTED", MONDAY, "orang-baru", null);
                })
                .join());
        assertThat(logs.write(Format.OCEL, DISTRICT, YEAR, to)).isTrue();

        String log = to.toString(StandardCharsets.UTF_8);
        assertThat(log).doesNotContain("langkah-nanti");
        new OcelRules(new ObjectMapper().readTree(log)).hold();
        assertThat(log(Format.OCEL)).contains("langkah-nanti");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void aLogThatBreaksOffIsNotTakenForAWholeOneAndKeepsNoTurn(Format format) throws IOException {
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> logs.write(format, DISTRICT, YEAR, new Broken()))
                    .isInstanceOf(IOException.class);
        }
        assertThat(log(format)).isNotEmpty();
    }

    @Test
    void onlyTwoAreWrittenAtOnce() throws IOException {
        AtomicReference<Boolean> third = new AtomicReference<>();
        logs.write(
                Format.XES,
                DISTRICT,
                YEAR,
                new Noticing(one -> logs.write(
                        Format.XES,
                        DISTRICT,
                        YEAR,
                        new Noticing(
                                two -> third.set(logs.write(Format.XES, DISTRICT, YEAR, new Noticing(x -> {})))))));
        assertThat(third.get()).isFalse();
        assertThat(log(Format.XES)).isNotEmpty();
    }

    private String log(Format format) {
        var to = new ByteArrayOutputStream();
        try {
            assertThat(logs.write(format, DISTRICT, YEAR, to)).isTrue();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return to.toString(StandardCharsets.UTF_8);
    }

    private static Set<String> pseudonyms(String log) {
        Set<String> names = new HashSet<>();
        Matcher name = Pattern.compile("\"((?:kasus|jam|orang|rujukan|peristiwa)-[0-9a-f]{24})\"")
                .matcher(log);
        while (name.find()) {
            names.add(name.group(1));
        }
        assertThat(names).isNotEmpty();
        return names;
    }

    private static List<List<Event>> traces(String xes) {
        List<List<Event>> traces = new ArrayList<>();
        for (String trace : xes.split("<trace>")) {
            List<Event> events = new ArrayList<>();
            Matcher event = Pattern.compile("key=\"time:timestamp\" value=\"([^\"]+)\"[^>]*>"
                            + "<string key=\"peristiwa\" value=\"([^\"]+)\"")
                    .matcher(trace);
            while (event.find()) {
                events.add(new Event(OffsetDateTime.parse(event.group(1)), event.group(2)));
            }
            traces.add(events);
        }
        return traces.subList(1, traces.size());
    }

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(one -> one.get(field).asText())
                .toList();
    }

    private record Event(OffsetDateTime at, String what) {}

    /** Does something when the first bytes come. */
    private static final class Noticing extends ByteArrayOutputStream {

        private final Failing first;
        private boolean begun;

        Noticing(Failing first) {
            this.first = first;
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            if (!begun) {
                begun = true;
                try {
                    first.accept(this);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
            super.write(bytes, from, length);
        }
    }

    private interface Failing {

        void accept(OutputStream to) throws IOException;
    }

    /** Somebody whose line goes dead. */
    private static final class Broken extends OutputStream {

        private int room = 3_000;

        @Override
        public void write(int one) throws IOException {
            if (room-- == 0) {
                throw new IOException("line is dead");
            }
        }
    }
}
