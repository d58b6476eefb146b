package id.tuntas.engine;

import static id.tuntas.testing.Fixtures.MANGGARAI_BARAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.testing.EngineTest;
import id.tuntas.testing.Fixtures;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class ModelExpressionsTest {

    private static final String MARK = "tuntas.expression.ran";
    private static final String REFLECTION = "${''.getClass().forName('java.lang.System')"
            + ".getMethod('setProperty', ''.getClass(), ''.getClass()).invoke(null, '" + MARK + "', 'yes')}";

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    Fixtures fixtures;

    @AfterEach
    void nothingRan() {
        assertThat(System.getProperty(MARK)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                REFLECTION,
                "${''.getClass()}",
                "${''.class}",
                "${teks.class}",
                "${teks.length()}",
                "${teks.getClass().getName()}",
                "${daftar.size()}",
                "${daftar[0]}",
                "${daftar.isEmpty}",
                "${execution.getProcessEngineServices()}",
                "${execution.processEngineServices}",
                "${execution.setVariable('a', 'b')}",
                "${execution.tenantId}",
                "${sla.getClass()}",
                "${sla.class}",
                "${sla.hashCode()}",
                "${mou.register}",
                "${mou.toString()}",
                "${sla.clock}",
                "${sla.now(execution)}",
                "${mou.coordinator('manado', null)}",
                "${teruskanKejadian.execute(execution)}",
                "${runtimeService.createProcessInstanceQuery()}",
                "${now().getTime()}",
            })
    void refusesEverythingButVariablesAndTheTwoBeans(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${dateTime()}", "${S('{}')}", "${JSON('{}')}", "${XML('<a/>')}", "${system()}"})
    void knowsNoFunctionsThatHandOutObjects(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(ProcessEngineException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ${teks == 'ada'}                            | true
            ${teks != 'ada' or angka >= 3}              | true
            ${not (teks == 'ada') and benar}            | false
            ${tidakPernahDiisi == null}                 | true
            ${tidakPernahDiisi == 'ya'}                 | false
            ${tidakPernahDiisi == 'ya' or benar}        | true
            ${mou.includes(daftar, 'mediasi')}          | true
            ${mou.includes(tidakPernahDiisi, 'mediasi')}| false
            ${execution.processBusinessKey == null}     | true
            """)
    void readsVariablesAndAsksTheBeans(String expression, boolean expected) {
        assertThat(evaluate(expression)).isEqualTo(expected);
    }

    @Test
    void letsNoVariablePassItselfOffAsABean() {
        assertThat(evaluate(
                        "${mou.includes(daftar, 'mediasi')}",
                        Map.of(
                                "mou",
                                "palsu",
                                "daftar",
                                SpinValues.jsonValue("[\"mediasi\"]").create())))
                .isEqualTo(true);
    }

    @Test
    void refusesExpressionsInATaskQueryOfAClient() {
        assertRefused(tasks.createTaskQuery().taskAssigneeExpression(REFLECTION));
    }

    @Test
    void refusesCodeInTheOrPartOfATaskQuery() {
        assertRefused(
                tasks.createTaskQuery().or().taskAssigneeExpression(REFLECTION).endOr());
        assertRefused(tasks.createTaskQuery()
                .taskName("a")
                .or()
                .taskCandidateGroupInExpression(REFLECTION)
                .dueBeforeExpression(REFLECTION)
                .endOr());
    }

    @Test
    void refusesCodeInAStoredFilter() {
        Filter filter = engine.getFilterService()
                .newTaskFilter("jahat")
                .setQuery(tasks.createTaskQuery().taskAssigneeExpression(REFLECTION));
        engine.getFilterService().saveFilter(filter);
        try {
            assertThatThrownBy(() -> engine.getFilterService().listPage(filter.getId(), 0, 10))
                    .isInstanceOf(ProcessEngineException.class);
        } finally {
            engine.getFilterService().deleteFilter(filter.getId());
        }
    }

    @Test
    void letsSharedFiltersSayWhoAndWhen() {
        fixtures.signedInFrom(MANGGARAI_BARAT);
        Filter filter = engine.getFilterService()
                .newTaskFilter("punya saya")
                .setQuery(tasks.createTaskQuery()
                        .taskAssigneeExpression("${currentUser()}")
                        .taskCandidateGroupInExpression("${currentUserGroups()}")
                        .includeAssignedTasks()
                        .dueAfterExpression("${now()}")
                        .dueBeforeExpression("${endOfToday()}"));
        engine.getFilterService().saveFilter(filter);
        try {
            assertThat(engine.getFilterService().listPage(filter.getId(), 0, 10))
                    .isEmpty();
        } finally {
            engine.getFilterService().deleteFilter(filter.getId());
        }
    }

    @Test
    void endsTodayAtMidnightOfTheUsersDistrict() {
        fixtures.signedInFrom(MANGGARAI_BARAT);
        fixtures.timeIs("2026-11-21T15:30:00Z");

        assertThat(evaluate("${endOfToday()}")).isEqualTo(Date.from(Instant.parse("2026-11-21T16:00:00Z")));
    }

    @Test
    void runsNoScriptNotEvenOneOfTheEnginesOwnLanguage() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("naskah")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .scriptTask()
                .scriptFormat("juel")
                .scriptText(REFLECTION)
                .endEvent()
                .done();
        assertThatThrownBy(() -> {
                    repository
                            .createDeployment()
                            .addModelInstance("naskah.bpmn", model)
                            .deploy();
                    runtime.startProcessInstanceByKey("naskah");
                })
                .isInstanceOf(ProcessEngineException.class);
    }

    private static void assertRefused(TaskQuery query) {
        assertThatThrownBy(() -> query.listPage(0, 10)).isInstanceOf(ProcessEngineException.class);
    }

    private Object evaluate(String expression) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("teks", "ada");
        variables.put("angka", 3);
        variables.put("benar", true);
        variables.put("daftar", SpinValues.jsonValue("[\"mediasi\"]").create());
        return evaluate(expression, variables);
    }

    /** Evaluates as a model would: on the execution of a running process. */
    private Object evaluate(String expression, Map<String, Object> variables) {
        BpmnModelInstance model = Bpmn.createExecutableProcess("ungkapan")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .receiveTask("tunggu")
                .endEvent()
                .done();
        repository
                .createDeployment()
                .name("ungkapan")
                .addModelInstance("ungkapan.bpmn", model)
                .enableDuplicateFiltering(false)
                .deploy();
        ProcessInstance instance = fixtures.started("ungkapan", variables);
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(command -> configuration
                .getExpressionManager()
                .createExpression(expression)
                .getValue(command.getExecutionManager().findExecutionById(instance.getId())));
    }
}
