package id.tuntas.engine;

import id.tuntas.vault.CaseKeys;
import id.tuntas.vault.ClearList;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals every value the engine stores, and keeps values out of what it writes about failures. */
@Component
class ProtectionPlugin extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(ProtectionPlugin.class);

    private final Protection protection;

    ProtectionPlugin(CaseKeys keys, ClearList clear) {
        this.protection = new Protection(keys, clear);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<SessionFactory> sessions = new ArrayList<>();
        if (engine.getCustomSessionFactories() != null) {
            sessions.addAll(engine.getCustomSessionFactories());
        }
        sessions.add(PendingValues.factory(protection));
        engine.setCustomSessionFactories(sessions);
        engine.setHistoryEventProducer(new SealedHistory(protection));
        engine.setDmnHistoryEventProducer(new SealedHistory.OfDecisions());
        engine.setImplicitVariableUpdateDetectionEnabled(false);
        engine.setFailedJobCommandFactory(QuietRetry::new);
        engine.setEnableCmdExceptionLogging(false);
        ExecuteJobHelper.LOGGING_HANDLER = (job, exception) -> LOG.warn("Job {} failed", job, Failure.of(exception));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        if (engine.getFallbackSerializerFactory() != null) {
            throw new IllegalStateException("A fallback for serializers would store values in clear");
        }
    }

    /** Not earlier: Spin adds its serializers after the engine's own are there. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        var serializers = (DefaultVariableSerializers)
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getVariableSerializers();
        List<TypedValueSerializer<?>> sealed = new ArrayList<>();
        serializers
                .getSerializers()
                .forEach(serializer -> sealed.add(
                        isOfNull(serializer) ? serializer : new ProtectedSerializer<>(serializer, protection)));
        serializers.setSerializerList(sealed);
    }

    /** A variable without value has nothing to hide. */
    private static boolean isOfNull(TypedValueSerializer<?> serializer) {
        return serializer.getName().equals("null");
    }
}
