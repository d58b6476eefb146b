package id.tuntas.demo;

import id.tuntas.Tuntas;
import id.tuntas.audit.AuditLog;
import id.tuntas.vault.CaseKeys;
import java.util.List;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
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
 * <p>What stays is what the work itself is made of: sign-in, the engine's rights and districts, the table of open routes,
 * the check of each answer against its form, clocks.
 */
final class Unprotected {

    private static final List<String> SEALING_AND_LOOKING = List.of("protectionPlugin", "auditPlugin", "valueDoor");
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
        SEALING_AND_LOOKING.forEach(definitions::removeBeanDefinition);
        replace("auditLog", AuditLog.class, definitions);
        replace("caseKeys", CaseKeys.class, definitions);
        beans.addBeanPostProcessor(new WithoutGuards());
    }

    /** By one whose methods do nothing. */
    private static <T> void replace(String name, Class<T> type, BeanDefinitionRegistry definitions) {
        var proxy = new ProxyFactory();
        proxy.setTargetClass(type);
        proxy.addAdvice((MethodInterceptor) call -> null);
        definitions.removeBeanDefinition(name);
        definitions.registerBeanDefinition(
                name,
                BeanDefinitionBuilder.genericBeanDefinition(type, () -> type.cast(proxy.getProxy()))
                        .getBeanDefinition());
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
