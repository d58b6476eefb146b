package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RememberedFeelTest {

    private final Counting real = new Counting();
    private final RememberedFeel feel = new RememberedFeel(real);

    @Test
    void aCellOfConstantsIsReadOnceForEachInput() {
        assertThat(test("\"DARURAT\", \"TINGGI\"", "TINGGI")).isTrue();
        assertThat(test("\"DARURAT\", \"TINGGI\"", "TINGGI")).isTrue();
        assertThat(test("\"DARURAT\", \"TINGGI\"", "RENDAH")).isFalse();
        assertThat(real.asked).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-", "< 18", "[1..17]", "not(3,4)", "> 2, 1"})
    void aNumberIsComparedAsBefore(String cell) {
        for (int age : List.of(1, 3, 17, 18)) {
            boolean fresh = new ScalaFeelEngineFactory().createInstance().evaluateSimpleUnaryTests(cell, "x", x(age));
            assertThat(feel.evaluateSimpleUnaryTests(cell, "x", x(age))).isEqualTo(fresh);
            assertThat(feel.evaluateSimpleUnaryTests(cell, "x", x(age))).isEqualTo(fresh);
        }
    }

    @Test
    void anInputIsReadAnewWhenItIsAnother() {
        assertThat(feel.<Object>evaluateSimpleExpression("x", x("SEDANG"))).isEqualTo("SEDANG");
        assertThat(feel.<Object>evaluateSimpleExpression("x", x("TINGGI"))).isEqualTo("TINGGI");
        assertThat(feel.<Object>evaluateSimpleExpression("x", x(null))).isNull();
        assertThat(feel.<Object>evaluateSimpleExpression("\"PT15M\"", x(null))).isEqualTo("PT15M");
    }

    @Test
    void aTextAndANumberThatLookAlikeAreNotMixedUp() {
        assertThat(test("\"1\"", "1")).isTrue();
        assertThat(test("\"1\"", 1)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"now()", "today()", "x + 1", "y", "if x = 1 then 2 else 3"})
    void whatDependsOnMoreThanOneValueIsNeverRemembered(String expression) {
        VariableContext variables = Variables.createVariables()
                .putValue("x", List.of(1))
                .putValue("y", List.of(2))
                .asVariableContext();
        feel.<Object>evaluateSimpleExpression(expression, variables);
        feel.<Object>evaluateSimpleExpression(expression, variables);
        assertThat(real.asked).hasSize(2);
    }

    @Test
    void aLongTextAPersonWroteIsNotKeptInMemory() {
        String story = "x".repeat(61);
        test("\"a\"", story);
        test("\"a\"", story);
        assertThat(real.asked).hasSize(2);
    }

    private boolean test(String cell, Object value) {
        return feel.evaluateSimpleUnaryTests(cell, "x", x(value));
    }

    private static VariableContext x(Object value) {
        return Variables.createVariables().putValue("x", value).asVariableContext();
    }

    private static final class Counting implements FeelEngine {

        private final FeelEngine feel = new ScalaFeelEngineFactory().createInstance();
        private final List<String> asked = new ArrayList<>();

        @Override
        public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
            asked.add(expression);
            return feel.evaluateSimpleExpression(expression, variables);
        }

        @Override
        public boolean evaluateSimpleUnaryTests(String tests, String inputName, VariableContext variables) {
            asked.add(tests);
            return feel.evaluateSimpleUnaryTests(tests, inputName, variables);
        }
    }
}
