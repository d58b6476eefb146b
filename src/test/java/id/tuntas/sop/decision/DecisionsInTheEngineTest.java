package id.tuntas.sop.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.ProcessInstanceWithVariables;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The decisions as a business rule task of the process engine asks them, with answers that nobody gave. */
class DecisionsInTheEngineTest {

    private static ProcessEngine engine;

    @BeforeAll
    static void deployWhatIsShipped() {
        engine = new StandaloneInMemProcessEngineConfiguration()
                .setProcessEngineName("decisions")
                .setJdbcUrl("jdbc:h2:mem:decisions")
                .setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_CREATE_DROP)
                .setHistory(ProcessEngineConfiguration.HISTORY_AUDIT)
                .setJobExecutorActivate(false)
                .buildProcessEngine();
        var deployment = engine.getRepositoryService().createDeployment();
        ShippedDecisions.SHIPPED
                .models()
                .forEach(model ->
                        deployment.addModelInstance(model.getDefinitions().getId() + ".dmn", model));
        deployment.deploy();
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void everyDecisionIsKeptTenYears() {
        var definitions =
                engine.getRepositoryService().createDecisionDefinitionQuery().list();
        assertThat(definitions)
                .hasSize(ShippedDecisions.SHIPPED.decisions().size())
                .allMatch(definition -> definition.getHistoryTimeToLive() == 3650);
    }

    @Test
    void everyDecisionHasAResultWhenNoVariableExists() {
        ShippedDecisions.SHIPPED.models().stream()
                .flatMap(model -> model.getModelElementsByType(Decision.class).stream())
                .map(Decision::getId)
                .forEach(key -> assertThat(engine.getDecisionService()
                                .evaluateDecisionTableByKey(key)
                                .evaluate())
                        .as(key)
                        .isNotNull());
    }

    @Test
    void aCaseWithoutAnswersIsLowRiskNotLocalAndNotMediated() {
        assertThat(ask("saring-risiko", "singleEntry", Map.of())).isEqualTo("RENDAH");
        assertThat(ask("kewenangan", "singleEntry", Map.of())).isEqualTo("perlu-diputuskan");
        assertThat(ask("boleh-mediasi", "singleEntry", Map.of())).isEqualTo(false);
    }

    @Test
    void aCaseWhoseRiskIsNotKnownClimbsTheLadderAsIfItWereHigh() {
        assertThat(ask("jarak-anak-tangga", "singleEntry", Map.of())).isEqualTo("PT24H");
    }

    @Test
    void aCaseWithoutAnswersNeedsNoServiceAndFourVisits() {
        assertThat(ask("kebutuhan-layanan", "collectEntries", Map.of())).isEqualTo(List.of());
        assertThat(ask("jadwal-kunjungan", "collectEntries", Map.of()))
                .isEqualTo(List.of("P14D", "P16D", "P2M", "P3M"));
    }

    @Test
    void oneTriggerReachesTheTopTableThroughTheRequiredOnes() {
        assertThat(ask("saring-risiko", "singleEntry", Map.of("dicekik", "tidak-tahu")))
                .isEqualTo("DARURAT");
        assertThat(ask("saring-risiko", "singleEntry", Map.of("hamil", "ya"))).isEqualTo("TINGGI");
        assertThat(ask("saring-risiko", "singleEntry", Map.of("unsurFisik", true)))
                .isEqualTo("SEDANG");
    }

    @Test
    void visitsComeInTheOrderOfTheRules() {
        assertThat(ask("jadwal-kunjungan", "collectEntries", Map.of("korbanUsia", 9, "unsurTppo", true)))
                .isEqualTo(List.of("P14D", "P16D", "P2M", "P3M", "P6M"));
    }

    /** Runs a process whose only task asks the decision; a list of its own answers is what the task leaves behind. */
    private static Object ask(String decision, String mapping, Map<String, Object> answers) {
        var model = Bpmn.createExecutableProcess("tanya-" + decision)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .businessRuleTask("tanya")
                .camundaDecisionRef(decision)
                .camundaMapDecisionResult(mapping)
                .camundaResultVariable("jawaban")
                .endEvent()
                .done();
        var repository = engine.getRepositoryService();
        repository.createDeployment().addModelInstance("tanya.bpmn", model).deploy();
        ProcessInstanceWithVariables ended = engine.getRuntimeService()
                .createProcessInstanceByKey("tanya-" + decision)
                .setVariables(Variables.fromMap(answers))
                .executeWithVariablesInReturn();
        return ended.getVariables().get("jawaban");
    }
}
