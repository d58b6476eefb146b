package id.tuntas.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.access.Absence;
import id.tuntas.board.PeopleLoad.Person;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PeopleLoadTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    @Test
    void whoIsAwayTodayStandsLastAndWhoWillBeAwayDoesNot() {
        var busy = new Person("sibuk", "", 9, 2, null);
        var free = new Person("longgar", "", 1, 2, new Absence(TODAY.plusDays(1), TODAY.plusDays(4)));
        var some = new Person("sebagian", "", 0, 1, null);
        var away = new Person("cuti", "", 0, 2, new Absence(TODAY.minusDays(3), TODAY));
        assertThat(Stream.of(away, some, busy, free).sorted(PeopleLoad.inOrder(TODAY)))
                .containsExactly(free, busy, some, away);
    }
}
