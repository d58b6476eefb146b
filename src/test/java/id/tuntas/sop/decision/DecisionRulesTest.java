package id.tuntas.sop.decision;

import static id.tuntas.sop.decision.ShippedDecisions.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionRulesTest {

    static Stream<RuleCase> cases() {
        return Stream.concat(RiskCases.all(), OtherCases.all());
    }

    @ParameterizedTest(name = "{0} #{index}")
    @MethodSource("cases")
    void aRuleMatchesItsCaseAndDecidesIt(RuleCase given) {
        var outcome = SHIPPED.evaluate(given.decision(), given.answers());
        assertThat(outcome.rules()).contains(given.rule());
        assertThat(outcome.results()).isEqualTo(given.results());
    }

    /** The cases of risk are one change away from calm, so their rules must not match without that change. */
    @Test
    void nothingButTheLowestLevelMatchesTheCalmCase() {
        var calm = SHIPPED.evaluate("saring-risiko", Answers.calm());
        assertThat(calm.rules()).containsExactly("risiko-rendah");
    }

    @Test
    void everyRuleOfEveryTableIsMatchedByACase() {
        Set<String> matched = cases().flatMap(
                        given -> SHIPPED.evaluate(given.decision(), given.answers()).rules().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(matched).containsExactlyInAnyOrderElementsOf(rules());
    }

    @Test
    void everyRuleHasACaseOfItsOwn() {
        assertThat(cases().map(RuleCase::rule).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(rules());
    }

    /** FEEL reads true inside a list or not(…) as "matches always": such a cell would lie about its rule. */
    @Test
    void noCellHidesTrueInAListOrANegation() {
        assertThat(SHIPPED.models().stream()
                        .flatMap(model -> model.getModelElementsByType(InputEntry.class).stream())
                        .map(InputEntry::getTextContent)
                        .map(String::strip))
                .noneMatch(test -> test.contains("true") && !test.equals("true"));
    }

    private static Set<String> rules() {
        return SHIPPED.models().stream()
                .flatMap(model -> model.getModelElementsByType(Rule.class).stream())
                .map(Rule::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
