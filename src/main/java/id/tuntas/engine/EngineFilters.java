package id.tuntas.engine;

import jakarta.servlet.Filter;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hands the signed-in person to the engine, right behind Spring Security and before Camunda's own filters. */
@Configuration(proxyBeanMethods = false)
class EngineFilters {

    private static final int BEFORE_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER - 1;
    private static final int AFTER_SECURITY = SecurityProperties.DEFAULT_FILTER_ORDER + 1;

    /** Before Spring Security, which is the first to ask who somebody is. */
    @Bean
    FilterRegistrationBean<Filter> membershipsOfRequest() {
        var registration = registration(
                (request, response, chain) -> {
                    Memberships.remember();
                    try {
                        chain.doFilter(request, response);
                    } finally {
                        Memberships.forget();
                    }
                },
                "memberships-of-request",
                "/*");
        registration.setOrder(BEFORE_SECURITY);
        registration.setAsyncSupported(true);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> webappAuthentication() {
        return camunda(
                new ContainerBasedAuthenticationFilter(), "webapp-authentication", "/camunda/app/*", "/camunda/api/*");
    }

    @Bean
    FilterRegistrationBean<Filter> restAuthentication() {
        return camunda(new ProcessEngineAuthenticationFilter(), "rest-authentication", "/engine-rest/*");
    }

    /** Takes providers: asking for the engine itself would build it while the web server starts. */
    @Bean
    FilterRegistrationBean<Filter> pageAuthentication(
            ObjectProvider<IdentityService> engine, ObjectProvider<Identities> identities) {
        return registration(new EngineAuthenticationFilter(engine, identities), "page-authentication", "/*");
    }

    private static FilterRegistrationBean<Filter> camunda(Filter filter, String name, String... patterns) {
        var registration = registration(filter, name, patterns);
        registration.addInitParameter(
                ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
                SessionAuthenticationProvider.class.getName());
        registration.setAsyncSupported(true);
        return registration;
    }

    private static FilterRegistrationBean<Filter> registration(Filter filter, String name, String... patterns) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setName(name);
        registration.setOrder(AFTER_SECURITY);
        registration.addUrlPatterns(patterns);
        return registration;
    }
}
