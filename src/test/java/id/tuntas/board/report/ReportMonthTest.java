package id.tuntas.board.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.board.BadFilter;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportMonthTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 31);

    @Test
    void withoutOneItIsTheLastMonthThatIsOver() {
        assertThat(ReportMonth.of(null, TODAY)).isEqualTo(YearMonth.of(2025, 12));
        assertThat(ReportMonth.of(" ", TODAY)).isEqualTo(YearMonth.of(2025, 12));
    }

    @Test
    void thisMonthMayBeAskedForAndIsTheFirstChoiceOfTwelve() {
        assertThat(ReportMonth.of("2026-01", TODAY)).isEqualTo(YearMonth.of(2026, 1));
        assertThat(ReportMonth.choices(TODAY))
                .hasSize(12)
                .startsWith(YearMonth.of(2026, 1))
                .endsWith(YearMonth.of(2025, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "2026-00", "1999-12", "2026", "2026-1", "oktober", "2026-01-01", "999999999-01"})
    void whatIsNoMonthIsRefusedByItsName(String typed) {
        assertThatThrownBy(() -> ReportMonth.of(typed, TODAY)).isInstanceOfSatisfying(BadFilter.class, bad -> {
            assertThat(bad.field()).isEqualTo("bulan");
            assertThat(bad.reason()).isEqualTo(BadFilter.Reason.NOT_A_MONTH);
        });
    }

    @Test
    void aMonthThatHasNotBegunIsRefused() {
        assertThatThrownBy(() -> ReportMonth.of("2026-02", TODAY))
                .isInstanceOfSatisfying(
                        BadFilter.class, bad -> assertThat(bad.reason()).isEqualTo(BadFilter.Reason.NOT_BEGUN));
    }
}
