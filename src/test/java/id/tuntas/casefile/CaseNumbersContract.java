package id.tuntas.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.shared.District;
import id.tuntas.testing.Fixtures;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for case numbers on every database. */
abstract class CaseNumbersContract {

    private static final int THREADS = 4;
    private static final int EACH = 50;
    private static final District DISTRICT =
            new District(Fixtures.MANADO, "MANADO", "Kota Manado", ZoneId.of("Asia/Makassar"));

    @Autowired
    CaseNumbers numbers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    @Autowired
    Fixtures fixtures;

    @BeforeEach
    void nobodyHasANumberYet() {
        db.sql("delete from case_file where district_id = ?")
                .param(DISTRICT.id())
                .update();
        db.sql("update case_sequence set sequence_year = 2026, last_number = 0 where district_id = ?")
                .param(DISTRICT.id())
                .update();
        fixtures.timeIs("2026-06-01T00:00:00Z");
    }

    @Test
    void givesEachCaseItsOwnNumberThoughFourDesksOpenCasesAtOnce() throws Exception {
        ExecutorService desks = Executors.newFixedThreadPool(THREADS);
        try {
            Callable<List<Long>> desk = () ->
                    IntStream.range(0, EACH).mapToObj(i -> next().sequence()).toList();
            List<Long> given = new ArrayList<>();
            for (Future<List<Long>> numbersOfDesk : desks.invokeAll(List.of(desk, desk, desk, desk))) {
                given.addAll(numbersOfDesk.get());
            }
            assertThat(given)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, THREADS * EACH).boxed().toList());
        } finally {
            desks.shutdownNow();
        }
    }

    @Test
    void beginsEachYearWithOneAtMidnightOfTheDistrict() {
        fixtures.timeIs("2026-12-31T15:59:59Z");
        assertThat(next().number()).hasToString("MANADO-2026-0001");
        assertThat(next().number()).hasToString("MANADO-2026-0002");

        fixtures.timeIs("2026-12-31T16:00:00Z");
        assertThat(next().number()).hasToString("MANADO-2027-0001");
        assertThat(next().number()).hasToString("MANADO-2027-0002");
    }

    @Test
    void neverRepeatsANumberWhenTheClockJumpsBackOverTheNewYear() {
        fixtures.timeIs("2027-01-01T00:00:00Z");
        assertThat(next().number()).hasToString("MANADO-2027-0001");

        fixtures.timeIs("2026-12-31T00:00:00Z");
        assertThat(next().number()).hasToString("MANADO-2027-0002");
    }

    @Test
    void leavesNoHoleWhenAStartFails() {
        transaction.executeWithoutResult(status -> {
            numbers.next(DISTRICT);
            status.setRollbackOnly();
        });

        assertThat(next().number()).hasToString("MANADO-2026-0001");
    }

    @Test
    void goesOnAfterNumberTenThousand() {
        db.sql("update case_sequence set last_number = 9999").update();

        assertThat(next().number()).hasToString("MANADO-2026-10000");
    }

    @Test
    void refusesADistrictThatWasNeverRegistered() {
        District unknown = new District("entah", "ENTAH", "Entah", ZoneId.of("Asia/Jakarta"));

        assertThatThrownBy(() -> numbers.next(unknown)).hasMessageContaining("entah");
    }

    private CaseNumbers.Allocated next() {
        return transaction.execute(status -> numbers.next(DISTRICT));
    }
}
