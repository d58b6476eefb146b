package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.TuntasTest;
import id.tuntas.sop.SopBundle;
import id.tuntas.sop.Step;
import id.tuntas.sop.Steps;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Two hundred cases answered at random by people who know nothing but Camunda REST and their forms. */
@TuntasTest
class EveryCaseEndsIT {

    private static final int CASES = 200;
    private static final long SEED = 20261121;

    @Autowired
    ProcessEngine engine;

    @Autowired
    WalkedPaths walked;

    @LocalServerPort
    int port;

    @AfterEach
    void resetClock() {
        ClockUtil.reset();
    }

    @Test
    void everyCaseEndsAndNoneWaitsForNobody() throws Exception {
        SimulatedDistrict district = new SimulatedDistrict(port, officers(), engine, SEED);
        district.openCases(CASES);
        district.workUntilNothingIsLeft();

        assertThat(district.caseNumbers()).hasSize(CASES).allMatch(number -> number.matches("MABAR-\\d{4}-\\d{4}"));
        assertThat(stillRunning(district.caseNumbers()))
                .as("cases that wait for nobody")
                .isEmpty();
        assertThat(engine.getRuntimeService().createIncidentQuery().list()).isEmpty();
        assertThat(stepsNobodyDid(district)).as("steps nobody had to do").isEmpty();
        assertThat(rulesNeverUsed()).as("decision rules no case needed").isEmpty();
    }

    private List<String> officers() {
        return engine.getIdentityService().createUserQuery().memberOfTenant("manggarai-barat").listPage(0, 200).stream()
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

    private Set<String> rulesNeverUsed() throws Exception {
        Set<String> rules = new TreeSet<>();
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:/bpmn/*.dmn")) {
            try (var stream = file.getInputStream()) {
                for (Decision decision : Dmn.readModelFromStream(stream).getModelElementsByType(Decision.class)) {
                    decision.getChildElementsByType(org.camunda.bpm.model.dmn.instance.DecisionTable.class)
                            .forEach(table -> table.getRules().stream()
                                    .map(Rule::getId)
                                    .forEach(rule -> rules.add(decision.getId() + "/" + rule)));
                }
            }
        }
        rules.removeAll(walked.rules());
        return rules;
    }
}
