package id.tuntas.engine;

import static id.tuntas.testing.Fixtures.MANADO;
import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.EngineTest;
import id.tuntas.testing.Fixtures;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class DecisionListsAsJsonTest {

    @Autowired
    Fixtures fixtures;

    @Autowired
    RuntimeService runtime;

    @Autowired
    HistoryService history;

    @BeforeEach
    void officerOfManado() {
        fixtures.deployed("layanan.bpmn", "layanan.dmn");
        fixtures.signedInFrom(MANADO);
    }

    @Test
    void storesTheListOfADecisionAsAChecklistWouldStoreIt() {
        ProcessInstance instance = fixtures.started("layanan-uji", Map.of("butuhKesehatan", "ya"));

        TypedValue list = runtime.getVariableTyped(instance.getId(), "layananRencana");

        assertThat(list.getType().getName()).isEqualTo("json");
        assertThat(list.getValue()).hasToString("[\"pemulihan-kesehatan\",\"bimbingan-rohani\"]");
    }

    @Test
    void storesAnEmptyListWhenNoRuleApplies() {
        ProcessInstance instance = fixtures.started("layanan-uji", Map.of("butuhKesehatan", "entah"));

        assertThat(instance.isEnded()).isTrue();
        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(instance.getId())
                        .variableName("layananRencana")
                        .singleResult()
                        .getTypedValue()
                        .getValue())
                .hasToString("[]");
    }

    @Test
    void leavesASingleEntryThatNoRuleSetsAsNull() {
        ProcessInstance instance = fixtures.started("layanan-uji", Map.of("butuhKesehatan", "tidak"));

        VariableInstance risk = runtime.createVariableInstanceQuery()
                .processInstanceIdIn(instance.getId())
                .variableName("tingkatRisiko")
                .singleResult();

        assertThat(risk.getTypeName()).isEqualTo("null");
        assertThat(risk.getValue()).isNull();
    }

    @Test
    void callsOneReferralForEachServiceInTheDistrictOfTheCase() {
        ProcessInstance instance = fixtures.started("layanan-uji", Map.of("butuhKesehatan", "ya"));

        List<ProcessInstance> referrals = runtime.createProcessInstanceQuery()
                .superProcessInstanceId(instance.getId())
                .listPage(0, 10);
        assertThat(referrals).extracting(ProcessInstance::getTenantId).containsExactly(MANADO, MANADO);

        List<Task> steps = referrals.stream()
                .map(referral -> fixtures.step(referral, "jawab"))
                .toList();
        // nobody in Manado signed for spiritual guidance: the coordinator gets it
        assertThat(steps).extracting(fixtures::ownerOf).containsExactlyInAnyOrder("puskesmas", "manajer-kasus");
    }
}
