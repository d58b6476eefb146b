package id.tuntas.access.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tuntas.access.NeedToKnow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts {@link ValueDoor} right behind Spring Security, around all that Camunda answers. */
@Configuration(proxyBeanMethods = false)
class ValueDoors {

    /** Takes a provider: asking for the rights would build the engine while the web server starts. */
    @Bean
    FilterRegistrationBean<ValueDoor> valueDoor(
            ObjectProvider<NeedToKnow> needToKnow, ApplicationEventPublisher events, ObjectMapper json) {
        var registration = new FilterRegistrationBean<>(new ValueDoor(needToKnow, events, json));
        registration.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        registration.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        return registration;
    }
}
