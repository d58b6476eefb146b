package id.tuntas.demo;

import id.tuntas.Tuntas;
import id.tuntas.audit.AuditLog;
import id.tuntas.vault.CaseKeys;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.history.producer.DefaultDmnHistoryEventProducer;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.security.web.SecurityFilterChain;

/**
 * Tuntas without what {@link ProtectionBenchmark} measures: values are stored as the engine stores them, without keys; the
 * audit has no rows; and nothing reads what comes to the engine's REST interface or takes values out of what leaves.
 *
 * <p>Sealing also leaves out what nobody reads (a history row for each text of a form, a look for lists that changed by
 * themselves, decisions without a case). These are left out here too: they would pay for a part of what protection costs.
 *
 * <p>What stays is what the work itself is made of: sign-in, the engine's rights and districts, the table of open routes,
 * the check of each answer against its form, clocks.
 */
final class Unprotected {

    private static final List<String> LOOKING = List.of("auditPlugin", "valueDoor");
    private static final Set<String> GUARDS = Set.of("PlainParameters", "BodyGuard", "StepDoor");

    private Unprotected() {}

    public static void main(String[] args) {
        new SpringApplicationBuilder(Tuntas.class)
                .initializers(context -> context.addBeanFactoryPostProcessor(Unprotected::strip))
                .properties("tuntas.audit.sealing=false")
                .run(args);
    }

    private static void strip(ConfigurableListableBeanFactory beans) {
        var definitions = (BeanDefinitionRegistry) beans;
        LOOKING.forEach(definitions::removeBeanDefinition);
        replace("auditLog", AuditLog.class, () -> silent(AuditLog.class), definitions);
        replace("caseKeys", CaseKeys.class, () -> silent(CaseKeys.class), definitions);
        replace("protectionPlugin", ProcessEnginePlugin.class, Sparing::new, definitions);
        beans.addBeanPostProcessor(new WithoutGuards());
    }

    private static <T> void replace(String name, Class<T> type, Supplier<T> other, BeanDefinitionRegistry definitions) {
        definitions.removeBeanDefinition(name);
        definitions.registerBeanDefinition(
                name, BeanDefinitionBuilder.genericBeanDefinition(type, other).getBeanDefinition());
    }

    /** Its methods do nothing and find nothing. */
    private static <T> T silent(Class<T> type) {
        var proxy = new ProxyFactory();
        proxy.setTargetClass(type);
        proxy.addAdvice(
                (MethodInterceptor) call -> call.getMethod().getReturnType().equals(List.class) ? List.of() : null);
        return type.cast(proxy.getProxy());
    }

    private static final class Sparing extends AbstractProcessEnginePlugin {

        @Override
        public void preInit(ProcessEngineConfigurationImpl engine) {
            engine.setImplicitVariableUpdateDetectionEnabled(false);
            engine.setHistoryEventProducer(new CacheAwareHistoryEventProducer() {
                @Override
                public HistoryEvent createFormPropertyUpdateEvt(
                        ExecutionEntity execution, String property, String value, String step) {
                    return null;
                }
            });
            engine.setDmnHistoryEventProducer(new DefaultDmnHistoryEventProducer() {
                @Override
                public HistoryEvent createDecisionEvaluatedEvt(DmnDecisionEvaluationEvent evaluation) {
                    return null;
                }
            });
        }
    }

    private static final class WithoutGuards implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) throws BeansException {
            if (bean instanceof SecurityFilterChain chain) {
                chain.getFilters()
                        .removeIf(filter -> GUARDS.contains(filter.getClass().getSimpleName()));
            }
            return bean;
        }
    }
}
