package id.tuntas.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTest {

    @Test
    void isWrittenCodeYearAndFourDigits() {
        District district = new District("manado", "MANADO", "Kota Manado", ZoneId.of("Asia/Makassar"));

        assertThat(CaseNumber.of(district, 2026, 7)).hasToString("MANADO-2026-0007");
        assertThat(CaseNumber.of(district, 2026, 12345)).hasToString("MANADO-2026-12345");
    }

    @Test
    void forgivesBlanksAndSmallLettersOfWhoTypesIt() {
        assertThat(CaseNumber.parse(" mabar-2026-0001\t")).isEqualTo(new CaseNumber("MABAR-2026-0001"));
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"MABAR", "MABAR-26-0001", "MABAR-2026-1", "MABAR-2026-0001'--", "MABAR-2026-٠٠٠١"})
    void refusesAnythingElse(String typed) {
        assertThat(CaseNumber.isValid(typed)).isFalse();
        assertThatThrownBy(() -> CaseNumber.parse(typed)).isInstanceOf(IllegalArgumentException.class);
    }
}
