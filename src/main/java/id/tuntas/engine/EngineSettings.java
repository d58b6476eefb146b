package id.tuntas.engine;

import id.tuntas.partner.Mou;
import id.tuntas.shared.DistrictZones;
import id.tuntas.sla.Sla;
import id.tuntas.vault.CaseKeys;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How the engine differs from the one in the box; what a property can say is in application.yaml. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    /** Ids of users, groups and districts are kebab-case; the engine's own pattern knows no hyphen. */
    private static final String IDS = "[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*";

    private final ModelExpressions expressions;
    private final BpmnParseListener cases;

    EngineSettings(
            Sla sla,
            Mou mou,
            Map<String, JavaDelegate> delegates,
            CaseOpening opening,
            CaseKeys keys,
            DistrictZones zones,
            Clock clock,
            @Value("${tuntas.case-process:penanganan-korban}") String caseProcess) {
        this.expressions = new ModelExpressions(Map.of("sla", sla, "mou", mou), delegates, clock, zones);
        this.cases = new CaseBeginsAndEnds(caseProcess, opening, keys);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        guardExpressions(engine);
        engine.setDmnEngineConfiguration(decisions(engine.getDmnEngineConfiguration()));
        engine.setBpmnParseFactory(new DecisionListsAsJson());
        engine.setCustomPreBPMNParseListeners(with(engine.getCustomPreBPMNParseListeners(), cases));
        List<SessionFactory> sessions = with(engine.getCustomSessionFactories(), EngineClock.sessionFactory());
        engine.setCustomSessionFactories(sessions);
        engine.setTenantIdProvider(new DistrictOfUser());
        engine.setGeneralResourceWhitelistPattern(IDS);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setStandaloneTasksEnabled(false);
        // a failed job is tried again after these pauses, then an incident shows it to the administrator
        engine.setFailedJobRetryTimeCycle("PT1M,PT5M,PT30M");
        engine.setJobExecutorAcquireByDueDate(true);
    }

    private static DefaultDmnEngineConfiguration decisions(DefaultDmnEngineConfiguration before) {
        var decisions = before == null ? new DefaultDmnEngineConfiguration() : before;
        decisions.setFeelEngineFactory(() -> new RememberedFeel(new ScalaFeelEngineFactory().createInstance()));
        return decisions;
    }

    private void guardExpressions(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(expressions);
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableScriptEngineNashornCompatibility(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setEnableXxeProcessing(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        // Tasklist's shared filters say currentUser() and now(); ModelExpressions lets them say no more
        engine.setEnableExpressionsInStoredQueries(true);
    }

    private static <T> List<T> with(List<T> before, T one) {
        List<T> list = before == null ? new ArrayList<>() : new ArrayList<>(before);
        list.add(one);
        return list;
    }
}
