package id.tuntas.walk;

import id.tuntas.TuntasTest;
import id.tuntas.sla.ClockAudit;
import id.tuntas.sop.SopBundle;
import id.tuntas.sop.Step;
import id.tuntas.sop.Steps;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Two hundred cases and more answered at random by people who know nothing but Camunda REST and their forms. */
@TuntasTest
// a context of its own: years pass here
@TestPropertySource(properties = "spring.datasource.url=jdbc:h2:mem:walk;DB_CLOSE_DELAY=-1;QUERY_CACHE_SIZE=512")
class EveryCaseEndsIT {

    private static final int CASES = Integer.getInteger("tuntas.cases", 200);
    private static final int AT_MOST = 400;
    private static final long SEED = 20261121;

    @Autowired
    ProcessEngine engine;

    @Autowired
    WalkedPaths walked;

    @Autowired
    ClockAudit audit;

    @LocalServerPort
    int port;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void everyCaseEndsAndNoneWaitsForNobody() {
        SimulatedDistrict district = new SimulatedDistrict(port, officers(), engine, SEED);
        district.openCases(CASES);
        district.workUntilNothingIsLeft();
        // chance may leave a rare rule out; then more people come, but not without end
        while (district.caseNumbers().size() < AT_MOST
                && !(stepsNobodyDid(district).isEmpty() && rulesNeverUsed().isEmpty())) {
            district.openCases(CASES / 5);
            district.workUntilNothingIsLeft();
        }

        SoftAssertions.assertSoftly(all -> {
            all.assertThat(district.caseNumbers())
                    .hasSizeGreaterThanOrEqualTo(CASES)
                    .allMatch(number -> number.matches("(MABAR|MANADO)-\\d{4}-\\d{4}"));
            all.assertThat(district.handedOver())
                    .as("cases received from another district")
                    .isNotEmpty();
            all.assertThat(stillRunning(district.caseNumbers()))
                    .as("cases that wait for nobody")
                    .isEmpty();
            all.assertThat(engine.getRuntimeService().createIncidentQuery().count())
                    .as("incidents")
                    .isZero();
            all.assertThat(stepsNobodyDid(district))
                    .as("steps nobody had to do")
                    .isEmpty();
            all.assertThat(rulesNeverUsed()).as("decision rules no case needed").isEmpty();
            all.assertThat(audit.check().differences())
                    .as("clocks that differ from history and ledger")
                    .isEmpty();
        });
    }

    private List<String> officers() {
        return engine.getIdentityService().createUserQuery().listPage(0, 200).stream()
                .map(User::getId)
                .toList();
    }

    private Set<String> stillRunning(Set<String> numbers) {
        return engine.getRuntimeService().createProcessInstanceQuery().listPage(0, 1000).stream()
                .map(instance -> instance.getBusinessKey() + " " + instance.getId())
                .filter(instance -> numbers.contains(instance.split(" ")[0]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> stepsNobodyDid(SimulatedDistrict district) {
        Set<String> steps = Steps.of(SopBundle.fromClassPath()).stream()
                .map(Step::key)
                .collect(Collectors.toCollection(TreeSet::new));
        steps.removeAll(district.stepsDone());
        return steps;
    }

    private Set<String> rulesNeverUsed() {
        SopBundle sop = SopBundle.fromClassPath();
        Set<String> rules = new TreeSet<>();
        sop.names().stream().filter(name -> name.endsWith(".dmn")).forEach(name -> Dmn.readModelFromStream(
                        new ByteArrayInputStream(sop.bytes(name)))
                .getModelElementsByType(Rule.class)
                .forEach(rule -> rules.add(decisionOf(rule) + "/" + rule.getId())));
        rules.removeAll(walked.rules());
        return rules;
    }

    private static String decisionOf(Rule rule) {
        return ((Decision) rule.getParentElement().getParentElement()).getId();
    }
}
