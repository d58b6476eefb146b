package id.tuntas.audit.web;

import id.tuntas.audit.AuditActor;
import jakarta.servlet.Filter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Tells the audit where a request comes from, right behind Spring's own filter that reads the headers of a proxy (if the
 * forward-headers strategy says so) and before Spring Security, so that a sign-in has an address too.
 */
@Configuration(proxyBeanMethods = false)
class AuditFilters {

    private static final int EARLY = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    FilterRegistrationBean<Filter> auditAddress() {
        var registration = new FilterRegistrationBean<Filter>((request, response, chain) -> {
            AuditActor.comesFrom(request.getRemoteAddr());
            try {
                chain.doFilter(request, response);
            } finally {
                AuditActor.comesFrom(null);
            }
        });
        registration.setName("audit-address");
        registration.setOrder(EARLY);
        registration.addUrlPatterns("/*");
        registration.setAsyncSupported(true);
        return registration;
    }
}
