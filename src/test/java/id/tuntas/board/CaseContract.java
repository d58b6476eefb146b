package id.tuntas.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.casefile.CaseRecord;
import id.tuntas.casefile.TestCases;
import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.District;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds for the page of a case on every database: what stands on it, and to whom it opens. */
abstract class CaseContract {

    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
    private static final District DISTRICT = new District("barat", "BARAT", "Barat", ZoneId.of("Asia/Jakarta"));
    private static final District ELSEWHERE = new District("timur", "TIMUR", "Timur", ZoneId.of("Asia/Jayapura"));
    private static final String NUMBER = "BARAT-2026-0001";
    private static final CaseRecord FILE =
            new CaseRecord(CaseNumber.parse(NUMBER), "barat", "p", START, null, null, null);

    private JdbcClient db;
    private CaseHistory history;
    private CaseDoor door;

    /** An empty database with all migrations. */
    abstract DataSource database();

    @BeforeEach
    void aCase() {
        db = JdbcClient.create(database());
        for (String table : List.of("clock_event", "step_clock", "case_file", "district")) {
            db.sql("delete from " + table).update();
        }
        db.sql("insert into district (id, code, name, zone) values ('barat', 'BARAT', 'Barat', 'Asia/Jakarta')")
                .update();
        db.sql("insert into case_file (number, district_id, case_year, sequence, process_instance_id, opened_at)"
                        + " values (:number, 'barat', 2026, 1, 'p', :at)")
                .param("number", NUMBER)
                .param("at", utc(START))
                .update();
        history = new CaseHistory(db);
        door = new CaseDoor(TestCases.of(db), db);
    }

    @Test
    void theClocksOfACaseComeOldestFirstAndNoneOfAnotherDistrict() {
        clock("c", 3, "barat", null, null, false);
        clock("a", 1, "barat", null, "SELESAI", false);
        clock("b", 1, "barat", null, null, true);
        clock("x", 0, "timur", null, null, false);

        List<ClockLine> clocks = history.clocks(FILE);

        assertThat(clocks).extracting(ClockLine::id).containsExactly("a", "b", "c");
        assertThat(clocks.get(1).stage()).isTrue();
        assertThat(clocks.get(0).startedAt()).isEqualTo(START.plusSeconds(1));
        assertThat(clocks.get(0).outcome()).isEqualTo("SELESAI");
    }

    @Test
    void ofMoreThanFitTheNewestAreThere() {
        for (int i = 0; i < CaseHistory.MOST + 3; i++) {
            clock("jam-%03d".formatted(i), i, "barat", null, null, false);
        }
        assertThat(history.clocks(FILE))
                .hasSize(CaseHistory.MOST)
                .extracting(ClockLine::id)
                .startsWith("jam-003")
                .isSorted();
    }

    @Test
    void theLedgerTellsWhatHappenedInItsOrder() {
        clock("a", 1, "barat", null, null, false);
        clock("b", 2, "barat", null, null, false);
        event("a", "CLAIMED", "peksos", 20);
        event("a", "PAUSED", "penyelia", 10);
        event("lain", "DONE", null, 5);

        Map<String, List<CaseHistory.Entry>> ledger = history.ledger(history.clocks(FILE));

        assertThat(ledger).containsOnlyKeys("a");
        assertThat(ledger.get("a")).extracting(CaseHistory.Entry::kind).containsExactly("CLAIMED", "PAUSED");
        assertThat(ledger.get("a").get(0).actor()).isEqualTo("peksos");
        assertThat(ledger.get("a").get(0).at()).isEqualTo(START.plusSeconds(20));
        assertThat(ledger.get("a").get(0).dueBefore()).isNull();
        assertThat(history.ledger(List.of())).isEmpty();
    }

    @Test
    void theDoorOpensToManagersAndToWhoeverHasHadOrMayTakeAStep() {
        clock("a", 1, "barat", "peksos-1", null, false);
        clock("b", 2, "barat", null, null, false);
        event("b", "CLAIMED", "peksos-2", 3);

        assertThat(opens("kepala", DISTRICT, "manajer-kasus")).isTrue();
        assertThat(opens("peksos-1", DISTRICT)).as("has a step").isTrue();
        assertThat(opens("peksos-2", DISTRICT)).as("has had one").isTrue();
        assertThat(opens("orang", DISTRICT, "rsud", "polres"))
                .as("may take one")
                .isTrue();
        assertThat(opens("orang", DISTRICT, "lbh")).isFalse();
        assertThat(opens("orang", DISTRICT)).isFalse();
        assertThat(opens("kepala", ELSEWHERE, "manajer-kasus")).isFalse();
        assertThat(opens("peksos-1", ELSEWHERE)).isFalse();
    }

    @Test
    void theDoorClosesWhenAStepThatWasOfferedIsDoneOrTaken() {
        clock("a", 1, "barat", null, "SELESAI", false);
        clock("b", 2, "barat", "peksos-1", null, false);
        clock("c", 3, "barat", null, null, true);
        assertThat(opens("orang", DISTRICT, "polres")).isFalse();
    }

    private boolean opens(String user, District district, String... groups) {
        return door.open(
                        NUMBER.toLowerCase(Locale.ROOT),
                        new Reader(user, List.of(groups), List.of(district)),
                        List.of("manajer-kasus"))
                .isPresent();
    }

    /** @param outcome null if it runs still */
    private void clock(String id, int second, String district, String who, String outcome, boolean stage) {
        db.sql(
                        """
                        insert into step_clock (id, kind, case_number, process_instance_id, execution_id,
                            process_definition_id, process_key, sop_version, step_id, district_id, owner_group, assignee,
                            trafficking, calendar, measure, statutory, budget, total_units, consumed_units,
                            running_since, remind_share, started_at, remind_at, due_at, provisional, has_timer, rung,
                            done_at, outcome)
                        values (:id, :kind, :number, 'p', 'e', 'd', 'uji', 1, 'langkah', :district, 'polres', :who,
                            false, 'terus', 'CALENDAR_TIME', false, 'PT1H', 1, 0, :at, 0.75, :at, :at, :at, false, true,
                            0, :done, :outcome)""")
                .param("id", id)
                .param("kind", stage ? "TAHAP" : "LANGKAH")
                .param("number", NUMBER)
                .param("district", district)
                .param("who", who, Types.VARCHAR)
                .param("at", utc(START.plusSeconds(second)))
                .param("done", outcome == null ? null : utc(START.plusSeconds(60)), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("outcome", outcome, Types.VARCHAR)
                .update();
    }

    private void event(String clock, String kind, String actor, int second) {
        db.sql("insert into clock_event (clock_id, happened_at, kind, actor) values (:clock, :at, :kind, :actor)")
                .param("clock", clock)
                .param("at", utc(START.plusSeconds(second)))
                .param("kind", kind)
                .param("actor", actor, Types.VARCHAR)
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
