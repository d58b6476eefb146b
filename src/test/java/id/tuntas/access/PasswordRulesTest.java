package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sebelas hrf",
                "tuntas-demo-1234",
                "PasswordPassword",
                "aaaaaaaaaaaaaaa",
                "ini peksos punya",
                "satu kalimat yang jauh lebih panjang daripada yang dapat dibaca oleh bcrypt sekaligus"
            })
    void refuseWhatIsShortOverlongOrGuessedFirst(String password) {
        assertThatThrownBy(() -> PasswordRules.check("peksos", password)).isInstanceOf(WeakPasswordException.class);
    }

    @Test
    void takeAFewWordsWithoutDigitsOrSigns() {
        assertThatCode(() -> PasswordRules.check("peksos", "perahu layar biru")).doesNotThrowAnyException();
    }
}
