package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import id.tuntas.engine.Identities;
import id.tuntas.engine.Identities.Unit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private final Identities identities = mock();
    private final PasswordRules rules = new PasswordRules(identities);

    @BeforeEach
    void knowADistrictAndAnOffice() {
        when(identities.districts()).thenReturn(List.of(new Unit("manggarai-barat", "Manggarai Barat")));
        when(identities.groups()).thenReturn(List.of(new Unit("rsud-ppt", "PPT RSUD")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sebelas hrf",
                "tuntas-demo-1234",
                "PasswordPassword",
                "123qweasdzxc",
                "QwertyQwerty!",
                "aaaaaaaaaaaaaaa",
                "ini peksos punya",
                "Manggarai Barat 2026",
                "katasandi-rahasia",
                "indonesia merdeka"
            })
    void refuseWhatIsShortOrGuessedFirst(String password) {
        assertThatThrownBy(() -> rules.check("peksos", password)).isInstanceOf(WeakPasswordException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "perahu layar biru",
                "kucing oren suka ikan asin",
                "indonesia lautnya dalam sekali",
                "satu kalimat yang jauh lebih panjang daripada yang dapat dibaca oleh bcrypt sekaligus, sampai titik"
            })
    void takeAFewWordsWithoutDigitsOrSigns(String password) {
        assertThatCode(() -> rules.check("peksos", password)).doesNotThrowAnyException();
    }

    @Test
    void refuseWhatNobodyTypes() {
        assertThatThrownBy(() -> rules.check("peksos", "perahu layar biru".repeat(9)))
                .hasMessage("long");
    }

    @Test
    void knowMoreThanTheThreeThousandCommonPasswordsThatAreLongEnough() {
        assertThat(CommonPasswords.count()).isGreaterThanOrEqualTo(10_000);
        assertThat(CommonPasswords.contain("1qaz2wsx3edc")).isTrue();
    }
}
