package id.tuntas.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionGrammarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${perluMedis}",
                "${perluMedis == 'ya'}",
                "${korbanUsia < 18 and perluPendidikan == 'ya'}",
                "${korbanUsia >= -1.5 || !(unsurSeksual == true) && a != null}",
                "${not (a == 'x') and not b}",
                "${((a == 'and }'))}",
                "${true}",
                "${false}",
                "${execution.processBusinessKey}",
                "${sla.dueAt(execution)}",
                "${sla.before(rencanaKeluar, 'P1D')}",
                "${mou.servicesIn(layananRencana)}",
                "Langkah ${langkahTerlambat} di ${daerah}",
                "tanpa ekspresi"
            })
    void accepts(String text) {
        assertThat(ExpressionGrammar.variablesIn(text)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass().forName('java.lang.Runtime')}",
                "${execution}",
                "${execution.getVariable('x')}",
                "${execution.engineServices}",
                "${a.b}",
                "${a['b']}",
                "${a.b()}",
                "${sla.getClass()}",
                "${sla.class}",
                "${sla}",
                "${sla.dueAt(execution).time}",
                "${sla.dueAt(sla.dueAt(execution))}",
                "${mou['ownerOf'](execution)}",
                "${a == b}",
                "${'a' == 'a'}",
                "${not a == 'x'}",
                "${a + 1}",
                "${a ? b : c}",
                "${empty a}",
                "${a eq 'x'}",
                "${a == 'it\\'s'}",
                "${a == 'x'",
                "${}",
                "${a = 'x'}",
                "${a; b}",
                "${{}}",
                "#{a}",
                "${dataSource.connection}",
                "${a == 'x' and}",
                "${(a == 'x'}",
                "${\u0430bc}"
            })
    void refuses(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ExpressionGrammar.variablesIn(text));
    }

    @Test
    void tellsTheVariablesItReads() {
        assertThat(ExpressionGrammar.variablesIn("${a == 'x' or (b and sla.before(c, 'P1D')) or a == true}"))
                .containsExactly("a", "b", "c");
    }

    @Test
    void isNotBroughtDownByDepthOrLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpressionGrammar.variablesIn("${" + "(".repeat(50_000) + "a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpressionGrammar.variablesIn("${" + "(".repeat(50_000) + "a}"));
        assertThat(ExpressionGrammar.variablesIn("${" + "not ".repeat(50_000) + "a}"))
                .containsExactly("a");
        assertThatIllegalArgumentException().isThrownBy(() -> ExpressionGrammar.variablesIn("${".repeat(100_000)));
    }

    @Test
    void knowsATextThatIsOneExpression() {
        assertThat(ExpressionGrammar.isSingleExpression("${a == '}'}")).isTrue();
        assertThat(ExpressionGrammar.isSingleExpression("${a} ${b}")).isFalse();
        assertThat(ExpressionGrammar.isSingleExpression(" ${a}")).isFalse();
    }
}
