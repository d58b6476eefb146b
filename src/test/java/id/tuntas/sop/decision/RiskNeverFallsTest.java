package id.tuntas.sop.decision;

import static id.tuntas.sop.decision.ShippedDecisions.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What makes a case worse or less certain never lowers its risk. */
class RiskNeverFallsTest {

    private static final List<Object> LEVELS = List.of("RENDAH", "SEDANG", "TINGGI", "DARURAT");
    private static final int CASES = 3_000;

    private final AnswerSpace space = AnswerSpace.of("saring-risiko");

    @Test
    void notKnowingIsNeverSaferThanNo() {
        everyCase(answers -> answers.forEach((question, answer) -> {
            boolean mayBeUnknown = space.values().get(question).contains("tidak-tahu");
            if ("tidak".equals(answer) && mayBeUnknown) {
                assertNotLower(answers, question, "tidak-tahu");
            }
        }));
    }

    @Test
    void yesIsNeverSaferThanNotKnowing() {
        everyCase(answers -> answers.forEach((question, answer) -> {
            if ("tidak-tahu".equals(answer) && space.values().get(question).contains("ya")) {
                assertNotLower(answers, question, "ya");
            }
        }));
    }

    @Test
    void anotherElementOfTheCaseNeverLowersIt() {
        everyCase(answers -> Answers.ELEMENTS.forEach(element -> assertNotLower(answers, element, true)));
    }

    @Test
    void anOfficerMayRaiseTheLevelAndNeverLowerIt() {
        everyCase(answers -> {
            answers.put("tingkatRisikoUsulan", null);
            assertNotLower(answers, "tingkatRisikoUsulan", "TINGGI");
            assertNotLower(answers, "tingkatRisikoUsulan", "DARURAT");
            assertThat(level(with(answers, "tingkatRisikoUsulan", "TINGGI"))).isGreaterThanOrEqualTo(2);
            assertThat(level(with(answers, "tingkatRisikoUsulan", "DARURAT"))).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @MethodSource("elements")
    void violenceIsNeverTheLowestLevel(String element) {
        assertThat(level(Map.of(element, true))).isPositive();
        assertThat(level(Answers.calmBut(element, true))).isPositive();
    }

    static List<String> elements() {
        return Answers.ELEMENTS;
    }

    private void everyCase(Consumer<Map<String, Object>> property) {
        var random = new Random(112);
        for (int i = 0; i < CASES; i++) {
            property.accept(space.sample(random, i % 3 == 0 ? 0.3 : 0.03));
        }
    }

    private static void assertNotLower(Map<String, Object> answers, String question, Object worse) {
        assertThat(level(with(answers, question, worse)))
                .as("%s = %s in %s", question, worse, answers)
                .isGreaterThanOrEqualTo(level(answers));
    }

    private static Map<String, Object> with(Map<String, Object> answers, String question, Object answer) {
        var changed = new HashMap<>(answers);
        changed.put(question, answer);
        return changed;
    }

    private static int level(Map<String, Object> answers) {
        return LEVELS.indexOf(
                SHIPPED.evaluate("saring-risiko", answers).results().get(0));
    }
}
